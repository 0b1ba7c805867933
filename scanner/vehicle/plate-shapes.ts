/** The 31 provinces of GA 36, Shandong and its neighbours first: a thumb finds them sooner. */
export const PROVINCES = [...'鲁京津冀豫苏皖晋辽吉黑沪浙闽赣鄂湘粤桂琼渝川贵云藏陕甘青宁新蒙']
/** Neither I nor O: they are taken for 1 and 0. */
export const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']
export const DIGITS = [...'0123456789']

const P = PROVINCES
const A = LETTERS
/** Authority letter of ordinary and police plates: O is the police's and the government's. */
const O = [...LETTERS, 'O']
const S = [...LETTERS, ...DIGITS]
const D = DIGITS
const NEW_ENERGY = [...'DFABCEGHJK']

type Place = readonly string[]
const word = (text: string): Place[] => [...text].map(character => [character])
const times = (place: Place, count: number): Place[] => Array.from({ length: count }, () => place)

/** What may stand at each place, a row for each kind of plate; `shared/identity/plate.ts` is the judge of the whole. */
export const PLATE_SHAPES: readonly (readonly Place[])[] = [
  [P, O, ...times(S, 5)],
  [P, A, NEW_ENERGY, S, ...times(D, 4)],
  [P, A, ...times(D, 5), NEW_ENERGY],
  [...word('粤Z'), ...times(S, 4), [...'港澳']],
  [P, O, S, ...times(D, 3), ['警']],
  [P, A, ...times(S, 4), [...'学挂试超']],
  [P, A, ...times(D, 4), ['领']],
  [['使'], ...times(D, 6)],
  [...times(D, 6), ['使']],
  [...word('WJ'), ...times(D, 4), S],
  [...word('WJ'), P, ...times(D, 4), S],
  [A, A, ...times(D, 5)],
  [P, [...'SX'], ...times(D, 4), ...word('应急')]
]
