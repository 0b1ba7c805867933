import { useState } from 'preact/hooks'
import { tc } from '../../../ui/i18n/common.ts'
import { tv } from '../../../ui/i18n/vehicle.ts'
import { completions, usualBegin } from '../../vehicle/known-plates.ts'
import { deleteLast, endingsAfter, isWhole, keysFor, nextCharacters, typeCharacter } from '../../vehicle/plate-keypad.ts'
import { knownPlates } from '../../vehicle/plate-memory.ts'
import { DIGITS, LETTERS, PROVINCES } from '../../vehicle/plate-shapes.ts'
import { FlowKey, FlowPanel } from '../flow/flow-panel.tsx'

type Props = { readonly onPlate: (plate: string) => void; readonly onOther: () => void; readonly onBack: () => void }

/** Jinan, until this phone has seen where its cars come from. */
const FIRST_BEGIN = '鲁A'
const OFFERED = 3

/** A plate by keys that can only make a plate; known ones are one tap away. */
export function PlateEntry({ onPlate, onOther, onBack }: Props) {
  const [typed, setTyped] = useState(() => usualBegin(knownPlates.value) ?? FIRST_BEGIN)
  const [page, setPage] = useState<'letters' | 'digits' | null>(null)
  const next = nextCharacters(typed)
  const press = (character: string): void => {
    setTyped(typeCharacter(typed, character))
    setPage(null)
  }
  const keys = page ?? keysFor(typed)
  return (
    <FlowPanel name="plate" title={tv('vehicle.type')}>
      <output class={`vehicle-plate ${[...typed].length === 8 ? 'vehicle-plate-green' : ''}`}>{typed || '——'}</output>
      {typed !== '' && <Offers plates={completions(knownPlates.value, typed, OFFERED)} onPlate={onPlate} />}
      <Keys page={keys} next={next} onPress={press} />
      <Endings typed={typed} onPress={press} />
      <div class="flow-keys vehicle-ways">
        <FlowKey name="back" onClick={onBack}>
          {tc('action.back')}
        </FlowKey>
        {typed === '' ? (
          <FlowKey name="other" onClick={onOther}>
            {tv('vehicle.other')}
          </FlowKey>
        ) : (
          <FlowKey name="page" onClick={() => setPage(keys === 'digits' ? 'letters' : 'digits')}>
            {tv(keys === 'digits' ? 'vehicle.letters' : 'vehicle.digits')}
          </FlowKey>
        )}
        <FlowKey name="delete" onClick={() => setTyped(deleteLast(typed))}>
          {tv('vehicle.delete')}
        </FlowKey>
        <FlowKey name="ok" isMain disabled={!isWhole(typed)} onClick={() => onPlate(typed)}>
          {tv('vehicle.ok')}
        </FlowKey>
      </div>
    </FlowPanel>
  )
}

const Offers = ({ plates, onPlate }: { plates: readonly string[]; onPlate: Props['onPlate'] }) =>
  plates.length === 0 ? null : (
    <div class="vehicle-offers">
      {plates.map(plate => (
        <FlowKey key={plate} name={`offer-${plate}`} onClick={() => onPlate(plate)}>
          {plate}
        </FlowKey>
      ))}
    </div>
  )

/** Beside the provinces, what plates without one begin with. */
const PAGES = { provinces: [...PROVINCES, '使', 'W', 'V'], letters: LETTERS, digits: DIGITS } as const

type KeysProps = { page: keyof typeof PAGES; next: ReadonlySet<string>; onPress: (character: string) => void }

const Keys = ({ page, next, onPress }: KeysProps) => (
  <fieldset class={`flow-keys vehicle-${page}`}>
    {PAGES[page].map(character => (
      <FlowKey key={character} name={character} disabled={!next.has(character)} onClick={() => onPress(character)}>
        {character}
      </FlowKey>
    ))}
  </fieldset>
)

const Endings = ({ typed, onPress }: { typed: string; onPress: (character: string) => void }) => {
  const endings = endingsAfter(typed)
  if (endings.length === 0) return null
  return (
    <div class="vehicle-endings">
      {endings.map(ending => (
        <FlowKey key={ending} name={ending} onClick={() => onPress(ending)}>
          {ending}
        </FlowKey>
      ))}
    </div>
  )
}
