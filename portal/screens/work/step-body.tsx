import type { StepId } from '../../work/steps.ts'
import { CheckStep } from './steps/check.tsx'
import { DaysStep } from './steps/days.tsx'
import { HomeStep } from './steps/home.tsx'
import { PhotosStep } from './steps/photos.tsx'
import { PlaceStep } from './steps/place.tsx'
import { SignStep } from './steps/sign.tsx'
import { StartStep } from './steps/start.tsx'
import type { StepProps } from './steps/step-props.ts'
import { TemperatureStep } from './steps/temperature.tsx'
import { WhoStep } from './steps/who.tsx'

export function StepBody({ step, goTo, ...props }: StepProps & { step: StepId; goTo: (step: StepId) => void }) {
  switch (step) {
    case 'start':
      return <StartStep {...props} />
    case 'who':
      return <WhoStep {...props} />
    case 'home':
      return <HomeStep {...props} />
    case 'place':
      return <PlaceStep {...props} />
    case 'days':
      return <DaysStep {...props} />
    case 'temperature':
      return <TemperatureStep {...props} />
    case 'photos':
      return <PhotosStep {...props} />
    case 'sign':
      return <SignStep {...props} />
    case 'check':
      return <CheckStep {...props} goTo={goTo} />
  }
}
