import { ButtonLink } from '../../../ui/components/button.tsx'
import { keptEmployers } from '../../employer/kept.ts'
import { es } from '../../employer/say.ts'
import { apply } from '../../work/say.ts'
import { WorkFrame } from '../work/frame.tsx'

/** Where an employer begins. */
export function EmployerHome() {
  const mine = keptEmployers.value.value
  return (
    <WorkFrame title={es('title')} back={{ href: '#/', label: apply('allPasses') }}>
      <p>{es('lead')}</p>
      {mine.length > 0 && (
        <section class="stack-gap">
          <h2>{es('mine')}</h2>
          {mine.map(({ id, name }) => (
            <a key={id} class="card" href={`#/employer/${id}`}>
              <strong class="card-label">{name === '' ? id : name}</strong>
            </a>
          ))}
        </section>
      )}
      <ButtonLink look={mine.length === 0 ? 'primary' : 'plain'} class="work-key" href="#/employer/new" data-register>
        {es('register')}
      </ButtonLink>
      <p class="soft">{es('lost')}</p>
      <ButtonLink look="quiet" href="#/work">
        {es('forWorkers')}
      </ButtonLink>
    </WorkFrame>
  )
}
