import type { BulkView } from '../../shared/schema/work-review.ts'

type Sample = BulkView['sample']

export const unopened = (sample: Sample): string[] => sample.filter(({ isOpened }) => !isOpened).map(({ number }) => number)

/** The next one to open after `number`; those before it come last. */
export function nextOfSample(sample: Sample, number: string): string | null {
  const at = sample.findIndex(one => one.number === number)
  return unopened([...sample.slice(at + 1), ...sample.slice(0, Math.max(0, at))])[0] ?? null
}
