import { addressText } from '../../shared/register/address.ts'
import type { ApplicationDetail } from '../../shared/schema/work-review.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { DOCUMENT_TYPE_WORDS } from '../register/document-types.ts'
import { wordOf } from '../register/options.ts'
import { siteName } from '../state/directory.ts'

/** `note`: nothing to be the same as, but somebody should read it; `plain`: nothing to say. */
export type Likeness = 'same' | 'differs' | 'unknown' | 'note' | 'plain'
export type Comparison = {
  readonly field: 'name' | 'document' | 'address' | 'household' | 'phone'
  readonly declared: string
  readonly register: string
  readonly likeness: Likeness
}
type Facts = ApplicationDetail['facts']
type Holder = NonNullable<ApplicationDetail['holder']>

/** Names as people write them: spaces and the dot between parts do not count. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s·・•.]/g, '')
    .toLowerCase()
const isSameName = (one: string, other: string): boolean => plain(one) === plain(other)
/** The server may know a kind of document before this page does. */
const documentWord = (type: string | null): string | null =>
  type !== null && (DOCUMENT_TYPE_WORDS as readonly string[]).includes(type) ? wordOf('documentType', type) : type
const listed = (names: readonly string[]): string => names.join('、')

/** What was declared beside what the register knows, line by line. */
export function compareWithRegister({ holder, documentType, facts }: ApplicationDetail): Comparison[] {
  if (holder === null) return []
  return [
    compareName(holder, facts),
    compareDocument(holder, documentType, facts),
    compareAddress(holder, facts),
    compareHousehold(holder, facts),
    comparePhone(holder, facts)
  ]
}

function compareName({ name }: Holder, { person }: Facts): Comparison {
  if (person === null) return { field: 'name', declared: name, register: tw('compare.nobody'), likeness: 'unknown' }
  return { field: 'name', declared: name, register: person.name, likeness: isSameName(name, person.name) ? 'same' : 'differs' }
}

function compareDocument({ document }: Holder, type: string | null, { person, sameDocument }: Facts): Comparison {
  // A resident's card says where it is from.
  const country = type === 'citizen-id' ? null : document.country
  const declared = [documentWord(type), country, document.number].filter(part => part != null && part !== '').join(' ')
  const register = person === null ? tw('compare.nobody') : person.name
  const isUsedElsewhere = sameDocument.length > 0
  return { field: 'document', declared, register, likeness: isUsedElsewhere ? 'note' : person === null ? 'unknown' : 'same' }
}

function compareAddress(holder: Holder, { person, household }: Facts): Comparison {
  const declared = `${siteName(holder.site)} ${addressText({ ...holder, unit: holder.unit ?? '' })}`
  const homes = person?.households ?? []
  if (homes.length === 0) {
    const register = household === null ? tw('compare.noHousehold') : tw('compare.nobody')
    return { field: 'address', declared, register, likeness: 'unknown' }
  }
  return {
    field: 'address',
    declared,
    register: listed(homes.map(home => `${siteName(home.site)} ${home.address}`)),
    likeness: homes.some(home => home.household === household?.id) ? 'same' : 'differs'
  }
}

function compareHousehold({ name }: Holder, { household }: Facts): Comparison {
  if (household === null) return { field: 'household', declared: name, register: tw('compare.noHousehold'), likeness: 'unknown' }
  const lives = household.names.some(one => isSameName(one, name))
  const register = tw('compare.people', { count: household.people, names: listed(household.names) })
  return { field: 'household', declared: name, register, likeness: lives ? 'same' : 'differs' }
}

function comparePhone({ phone }: Holder, { samePhone }: Facts): Comparison {
  return {
    field: 'phone',
    declared: phone ?? tw('compare.noPhone'),
    register: phone === null ? '' : samePhone === 0 ? tw('compare.phoneAlone') : tw('compare.phones', { count: samePhone }),
    likeness: samePhone === 0 ? 'plain' : 'note'
  }
}
