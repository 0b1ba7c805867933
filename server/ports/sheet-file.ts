/** A row as it stands in the file; `line` counts from 1. */
export type SheetRow = { readonly line: number; readonly cells: readonly string[] }
/** What a file is made of, in its order; `rows` belong to the sheet that was begun last. */
export type SheetPart =
  | { readonly kind: 'sheet'; readonly name: string; readonly hidden: boolean }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] }
export type SheetParts = AsyncGenerator<SheetPart, void>

/** A table file, told by its content; `parts` throw `SheetFailure` where it cannot be read on. */
export type SheetFile = { readonly format: string; readonly parts: SheetParts }

/** Why a file is no table that can be read. Each is a problem code of the API. */
export type SheetProblem =
  | 'file-empty'
  | 'file-kind'
  | 'file-old-excel'
  | 'file-encrypted'
  | 'file-encoding'
  | 'file-damaged'
  | 'file-inflates'
  | 'file-rows'
  | 'file-columns'
  | 'file-quote'
  | 'too-large'

/** Thrown while a file is read, because rows come out of generators; caught where the upload is taken. */
export class SheetFailure extends Error {
  readonly code: SheetProblem
  /** What of the file, for experts: a line, a part, a count. */
  readonly detail: string
  constructor(code: SheetProblem, detail = '', options?: ErrorOptions) {
    super(`${code} ${detail}`, options)
    this.name = 'SheetFailure'
    this.code = code
    this.detail = detail
  }
}
