/** Between the page and the worker that alone may write to the file. */
export type JournalCall = {
  readonly id: number
  readonly call: 'append' | 'read' | 'replace'
  readonly bytes: Uint8Array<ArrayBuffer> | null
}
/** `error`: the name and the message of what went wrong. */
export type JournalAnswer = {
  readonly id: number
  readonly bytes: Uint8Array<ArrayBuffer> | null
  readonly error: string | null
}
