/** A certificate cannot be read or does not fit its key. */
export class CertificateFailure extends Error {
  readonly code = 'certificate'
}
