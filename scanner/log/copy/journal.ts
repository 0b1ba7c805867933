/** Port: bytes of this origin that outlive the page, kept apart from the database. */
export type Journal = {
  /** Durable when it resolves. After a crash any first part of `bytes` may stand at the end. */
  append(bytes: Uint8Array<ArrayBuffer>): Promise<void>
  read(): Promise<Uint8Array<ArrayBuffer>>
  /** After a crash it holds what it held, or `bytes`, or both; never neither. */
  replace(bytes: Uint8Array<ArrayBuffer>): Promise<void>
}
