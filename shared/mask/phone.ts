import { keepEnds } from './ends.ts'

/** A phone number: the first three and last three characters. Of a short one less is shown: at least a third stays hidden. */
export const maskPhone = (number: string): string => keepEnds(number, Math.min(3, Math.floor([...number].length / 3)))
