/** Controls, line breaks, halves of characters, and invisible marks, among them those that change the reading direction. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|(?![\u200c\u200d])\p{Cf}/u

/** Whether every character can be shown as it is. The two joiners are allowed: Persian and Indian names are spelled with them. */
export const isPrintable = (text: string): boolean => !UNPRINTABLE.test(text)
