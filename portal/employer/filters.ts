import type { WorkerView } from '../../shared/schema/work-employer.ts'
import type { WorkState } from '../../shared/work/states.ts'

const inStates =
  (...states: readonly WorkState[]) =>
  ({ state }: WorkerView): boolean =>
    states.includes(state)
const isStanding = ({ card }: WorkerView): boolean => card !== null && (card.status === 'valid' || card.status === 'held')

/** What an employer looks for in its list. */
export const FILTERS = {
  all: () => true,
  draft: inStates('draft'),
  waiting: inStates('submitted', 'under-review', 'approved'),
  moreInfo: inStates('more-info'),
  issued: inStates('issued'),
  refused: inStates('rejected', 'lapsed', 'withdrawn'),
  held: ({ card }: WorkerView) => card?.status === 'held',
  unreported: (worker: WorkerView) => isStanding(worker) && worker.card?.reportedToday === false
} as const satisfies Readonly<Record<string, (worker: WorkerView) => boolean>>
export type FilterName = keyof typeof FILTERS
export const FILTER_NAMES = Object.keys(FILTERS) as readonly FilterName[]

/** Workers of a filter whose name has all of the text's words in it. */
export function filtered(workers: readonly WorkerView[], filter: FilterName, text: string): readonly WorkerView[] {
  const words = text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .filter(word => word !== '')
  return workers.filter(worker => {
    const name = worker.name.normalize('NFKC').toLocaleLowerCase('en')
    return FILTERS[filter](worker) && words.every(word => name.includes(word) || worker.number.includes(word))
  })
}

/** Who may be renewed: with a card, or after an end without one. */
export const canRenew = ({ state }: WorkerView): boolean =>
  state === 'issued' || state === 'rejected' || state === 'lapsed' || state === 'withdrawn'
/** Whom the employer may approve, where it may at all. */
export const canApprove = ({ state }: WorkerView): boolean => state === 'submitted'
export const canReport = (worker: WorkerView): boolean => isStanding(worker)
