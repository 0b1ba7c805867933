/** Keys cannot be used: the message says what the operator can do. The data is untouched. */
export class KeyFailure extends Error {
  readonly code: 'master-key-invalid' | 'master-key-wrong' | 'master-key-missing' | 'key-file-broken'
  constructor(code: KeyFailure['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'KeyFailure'
    this.code = code
  }
}
