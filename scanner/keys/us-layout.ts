const SHIFTED_DIGITS = ')!@#$%^&*('
/** [without Shift, with Shift] of the keys that are neither letter nor digit. */
const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Backslash: ['\\', '|'],
  Backquote: ['`', '~'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Space: [' ', ' '],
  NumpadDecimal: ['.', '.'],
  NumpadMultiply: ['*', '*'],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
  NumpadDivide: ['/', '/']
}

/**
 * The character that a key's place stands for on a US keyboard, which is what hardware readers pretend to be, whatever
 * layout or input method the phone has; null: none. Caps Lock is not known here, so letters' case is not to be relied on.
 */
export function usCharacter(code: string, shift: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return shift && code.startsWith('Digit') ? SHIFTED_DIGITS.charAt(Number(digit)) : digit
  return SIGNS[code]?.[shift ? 1 : 0] ?? null
}
