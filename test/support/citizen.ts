const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Check digit of GB 11643, written apart from the one under test. */
export const citizenCheck = (body: string): string =>
  '10X98765432'.charAt([...body].reduce((sum, digit, index) => sum + Number(digit) * (WEIGHTS[index] ?? 0), 0) % 11)
