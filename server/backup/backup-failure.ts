/** A backup cannot be made or put back: the message says what the operator can do. */
export class BackupFailure extends Error {
  readonly code: 'backup-foreign' | 'backup-broken' | 'backup-in-the-way' | 'backup-elsewhere'
  constructor(code: BackupFailure['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BackupFailure'
    this.code = code
  }
}
