import { documentKey, documentTail } from '../../../shared/identity/document.ts'
import { maskName } from '../../../shared/mask/name.ts'
import { MAX_LABEL_BYTES } from '../../../shared/pass/label.ts'
import type { MassFilter } from '../../../shared/schema/mass-issue.ts'
import type { HolderKeys, MassChoice } from '../../ports/mass-issue-storage.ts'
import type { Context } from '../context.ts'
import type { PreparedPass } from '../prepare-pass.ts'
import { openPerson } from '../register/records.ts'
import { firstOfEach } from './choose.ts'
import { keysOfCar, keysOfMember } from './standing.ts'

/** What a pass says of its holder now, and by what his passes are found. */
export type Holder = Pick<PreparedPass, 'label' | 'documentTail' | 'name' | 'document'> & { readonly keys: HolderKeys }
type HolderOf = (choice: MassChoice) => Holder | null

/** null: who was chosen has left the household since. */
export function holdersOf(ctx: Context, kind: MassFilter['kind'], choices: readonly MassChoice[]): Promise<HolderOf> {
  return kind === 'vehicle' ? carHolders(ctx, choices) : personHolders(ctx, choices)
}

async function personHolders(ctx: Context, choices: readonly MassChoice[]): Promise<HolderOf> {
  const keyOf = ({ household, person }: Pick<MassChoice, 'household' | 'person'>): string => `${household}.${person}`
  const chosen = new Set(choices.map(keyOf))
  const members = (await ctx.storage.membersOf(householdsOf(choices))).filter(member => chosen.has(keyOf(member)))
  const byKey = new Map(members.map(member => [keyOf(member), member]))
  return choice => {
    const member = byKey.get(keyOf(choice))
    if (member === undefined) return null
    const { name, document } = openPerson(ctx.signer, member.body)
    return {
      label: maskName(name, { maxBytes: MAX_LABEL_BYTES }),
      documentTail: document === null ? null : documentTail(document),
      name,
      document: document === null ? null : { number: document.number, key: documentKey(document), index: member.documentIndex },
      keys: keysOfMember(member)
    }
  }
}

/** The sheet names no owner of a car; it is the householder's, where there is one. */
async function carHolders(ctx: Context, choices: readonly MassChoice[]): Promise<HolderOf> {
  const households = householdsOf(choices)
  const cars = await ctx.storage.vehiclesOf(households)
  const byId = new Map(cars.map(car => [car.id, car]))
  const heads = firstOfEach((await ctx.storage.membersOf(households)).filter(({ relation }) => relation === 'head'))
  const owners = new Map(heads.map(({ household, body }) => [household, openPerson(ctx.signer, body).name]))
  return ({ household, vehicle }) => {
    const car = vehicle === null ? undefined : byId.get(vehicle)
    if (car === undefined) return null
    return { label: car.plate, documentTail: null, name: owners.get(household) ?? null, document: null, keys: keysOfCar(car) }
  }
}

const householdsOf = (choices: readonly MassChoice[]): number[] => [...new Set(choices.map(({ household }) => household))]
