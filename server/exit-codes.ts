import { BackupFailure } from './backup/backup-failure.ts'
import { ConfigFailure } from './config.ts'
import { KeyFailure } from './keys/key-failure.ts'
import { StorageFailure } from './ports/storage.ts'
import { CertificateFailure } from './tls/certificate-failure.ts'

/** What a failed start answers to the shell: docs/operations.md lists them. */
export const EXIT = { broken: 1, usage: 64, keys: 65, certificate: 66, port: 69, storage: 74, busy: 75 } as const

/** A sentence for the operator and an exit code; null for an error that nobody foresaw. */
export function explainFailure(error: unknown): { message: string; exitCode: number } | null {
  if (error instanceof ConfigFailure) return { message: error.message, exitCode: EXIT.usage }
  if (error instanceof BackupFailure) return { message: error.message, exitCode: EXIT.storage }
  if (error instanceof KeyFailure) return { message: error.message, exitCode: EXIT.keys }
  if (error instanceof CertificateFailure) return { message: error.message, exitCode: EXIT.certificate }
  if (error instanceof StorageFailure) {
    return { message: error.message, exitCode: error.code === 'storage-busy' ? EXIT.busy : EXIT.storage }
  }
  if (!(error instanceof Error) || !('code' in error)) return null
  if (error.code === 'EADDRINUSE')
    return {
      message: `${error.message}: another program uses this port; choose one with --port or --https-port.`,
      exitCode: EXIT.port
    }
  if (error.code === 'EACCES') return { message: `${error.message}: not allowed.`, exitCode: EXIT.port }
  if (error.code === 'ENOSPC') return { message: 'The disk is full. Nothing was changed.', exitCode: EXIT.storage }
  return null
}
