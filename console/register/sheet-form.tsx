import { useState } from 'preact/hooks'
import { CONTACT_OUTCOMES, CONTACT_WAYS, TENURES } from '../../shared/register/words.ts'
import type { GridView, HouseholdSheet, SheetInput } from '../../shared/schema/register.ts'
import type { Failure } from '../../ui/api/client.ts'
import { problemSentence } from '../../ui/api/problem-sentence.ts'
import { Button } from '../../ui/components/button.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Select } from '../../ui/components/select.tsx'
import { tc } from '../../ui/i18n/common.ts'
import { tg } from '../../ui/i18n/register.ts'
import type { Write } from '../api/endpoints.ts'
import { Form } from '../parts/form.tsx'
import { known, siteName } from '../state/directory.ts'
import { useWrite } from '../state/use-write.ts'
import { MemberFields } from './member-fields.tsx'
import { optionsOf } from './options.ts'
import { emptyMember, inputOf, type MemberDraft, type SheetDraft, type VehicleDraft } from './sheet-draft.ts'

type Props = {
  first: SheetDraft
  grids: readonly GridView[]
  write: Write<SheetInput, HouseholdSheet>
  onDone: (sheet: HouseholdSheet) => void
  onCancel: () => void
  /** Somebody else changed the sheet. */
  onConflict?: () => void
}

export function SheetForm({ first, grids, write, onDone, onCancel, onConflict }: Props) {
  const [draft, setDraft] = useState(first)
  const [missing, setMissing] = useState<readonly string[]>([])
  const { run, busy, failure } = useWrite<SheetInput, HouseholdSheet>(async (body, key) => {
    const answer = await write(body, key)
    if (!answer.ok && answer.failure.code === 'version-conflict') onConflict?.()
    return answer
  }, onDone)
  const set = (change: Partial<SheetDraft>): void => setDraft(before => ({ ...before, ...change }))
  const errorAt = (path: string): string | undefined => (missing.includes(path) ? tc('field.needed') : sentenceAt(failure, path))
  const submit = (): void => {
    const empty = emptyFields(draft)
    setMissing(empty)
    if (empty.length === 0) void run(inputOf(draft))
  }
  const placed = failure?.path != null && failure.code !== 'version-conflict'
  return (
    <Form
      onSubmit={submit}
      submit={tg('register.save')}
      busy={busy}
      failure={placed ? null : failure}
      refused={missing.length > 0 ? missing : failure}
      extra={<Button onClick={onCancel}>{tg('register.cancel')}</Button>}
    >
      <AddressFields draft={draft} grids={grids} set={set} errorAt={errorAt} />
      <h2>{tg('register.members')}</h2>
      <Members draft={draft} set={set} errorAt={errorAt} />
      <h2>{tg('register.vehicles')}</h2>
      <Vehicles draft={draft} set={set} errorAt={errorAt} />
      <div class="sheet-fields">
        <Select
          label={tg('register.how')}
          value={draft.how}
          options={optionsOf('way', CONTACT_WAYS)}
          onValue={how => set({ how: how as SheetDraft['how'] })}
        />
        <Select
          label={tg('register.outcome')}
          value={draft.outcome}
          options={optionsOf('outcome', CONTACT_OUTCOMES)}
          onValue={outcome => set({ outcome: outcome as SheetDraft['outcome'] })}
        />
      </div>
    </Form>
  )
}

const sentenceAt = (failure: Failure | null, path: string): string | undefined =>
  failure !== null && (failure.path === path || failure.path?.startsWith(`${path}/`) === true)
    ? problemSentence(failure)
    : undefined

function emptyFields({ site, building, room, members }: SheetDraft): string[] {
  const place = Object.entries({ '/site': site, '/building': building, '/room': room })
  const names = members.map(({ name }, index) => [`/members/${index}/name`, name] as const)
  return [...place, ...names].filter(([, value]) => value.trim() === '').map(([path]) => path)
}

type Part = {
  draft: SheetDraft
  set: (change: Partial<SheetDraft>) => void
  errorAt: (path: string) => string | undefined
}

function AddressFields({ draft, grids, set, errorAt }: Part & { grids: readonly GridView[] }) {
  const sites = (known()?.sites ?? []).map(({ number }) => ({ value: String(number), label: siteName(number) }))
  const community = known()?.sites.find(({ number }) => String(number) === draft.site)?.community
  const own = grids.filter(grid => grid.community === community).map(({ id, name }) => ({ value: id, label: name }))
  const text = (label: string, name: 'building' | 'unit' | 'room', optional = false) => (
    <Field
      label={label}
      {...(optional ? { optional } : {})}
      maxLength={20}
      value={draft[name]}
      error={errorAt(`/${name}`)}
      onValue={value => set({ [name]: value })}
    />
  )
  return (
    <div class="sheet-fields">
      <Select
        label={tg('register.site')}
        value={draft.site}
        options={sites}
        error={errorAt('/site')}
        onValue={site => set({ site, grid: '' })}
      />
      {text(tg('register.building'), 'building')}
      {text(tg('register.unit'), 'unit', true)}
      {text(tg('register.room'), 'room')}
      <Select
        label={tg('register.tenure')}
        value={draft.tenure}
        options={optionsOf('tenure', TENURES)}
        onValue={tenure => set({ tenure: tenure as SheetDraft['tenure'] })}
      />
      <Select
        label={tg('register.grid')}
        value={draft.grid}
        options={[{ value: '', label: tg('register.noGrid') }, ...own]}
        error={errorAt('/grid')}
        onValue={grid => set({ grid })}
      />
      {draft.tenure !== 'own' && (
        <>
          <Field
            label={tg('register.landlord')}
            optional
            maxLength={60}
            value={draft.landlordName}
            error={errorAt('/landlord/name')}
            onValue={landlordName => set({ landlordName })}
          />
          <Field
            label={tg('register.landlordPhone')}
            optional
            exact
            maxLength={30}
            value={draft.landlordPhone}
            error={errorAt('/landlord/phone')}
            onValue={landlordPhone => set({ landlordPhone })}
          />
        </>
      )}
      <Field label={tg('register.note')} optional maxLength={200} value={draft.note} onValue={note => set({ note })} />
    </div>
  )
}

function Members({ draft, set, errorAt }: Part) {
  const change = (key: string, part: Partial<MemberDraft>): void =>
    set({ members: draft.members.map(member => (member.key === key ? { ...member, ...part } : member)) })
  return (
    <>
      {draft.members.map((member, index) => (
        <MemberFields
          key={member.key}
          number={index + 1}
          member={member}
          errorAt={field => errorAt(`/members/${index}/${field}`)}
          onChange={part => change(member.key, part)}
          onRemove={() => set({ members: draft.members.filter(({ key }) => key !== member.key) })}
        />
      ))}
      <Button
        class="sheet-add"
        onClick={() =>
          set({
            members: [...draft.members, emptyMember(crypto.randomUUID?.() ?? String(Math.random()), draft.members.length === 0)]
          })
        }
      >
        {tg('register.addMember')}
      </Button>
    </>
  )
}

function Vehicles({ draft, set, errorAt }: Part) {
  const change = (key: string, part: Partial<VehicleDraft>): void =>
    set({ vehicles: draft.vehicles.map(vehicle => (vehicle.key === key ? { ...vehicle, ...part } : vehicle)) })
  return (
    <>
      {draft.vehicles.map((vehicle, index) => (
        <div class="sheet-fields" key={vehicle.key}>
          <Field
            label={tg('register.plate')}
            exact
            maxLength={20}
            value={vehicle.plate}
            error={errorAt(`/vehicles/${index}/plate`)}
            onValue={plate => change(vehicle.key, { plate })}
          />
          <Field
            label={tg('register.note')}
            optional
            maxLength={100}
            value={vehicle.note}
            onValue={note => change(vehicle.key, { note })}
          />
          <Button look="quiet" onClick={() => set({ vehicles: draft.vehicles.filter(({ key }) => key !== vehicle.key) })}>
            {tg('register.removeVehicle')}
          </Button>
        </div>
      ))}
      <Button
        class="sheet-add"
        onClick={() =>
          set({ vehicles: [...draft.vehicles, { key: crypto.randomUUID?.() ?? String(Math.random()), plate: '', note: '' }] })
        }
      >
        {tg('register.addVehicle')}
      </Button>
    </>
  )
}
