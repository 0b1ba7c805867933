/** What a spreadsheet takes for the beginning of a formula or a command, behind any number of apostrophes. */
const DANGEROUS = /^'*[=+\-@\t\r\n＝＋－＠]/u
const MARKED = /^'+(?:[=+\-@\t\r\n＝＋－＠]|\d)/u

/** A text that no spreadsheet runs: with an apostrophe before it. `plainCell` takes exactly that one away again. */
export const neutralCell = (text: string): string => (DANGEROUS.test(text) || MARKED.test(text) ? `'${text}` : text)

/** A cell as it was meant: without the apostrophe by which programs mark digits and signs as text. */
export const plainCell = (text: string): string => (MARKED.test(text) ? text.slice(1) : text)
