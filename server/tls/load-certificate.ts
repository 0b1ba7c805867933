import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import type { TlsSource } from '../config.ts'
import { CertificateFailure } from './certificate-failure.ts'
import { type Certificate, ownCertificate } from './own-certificate.ts'

/** The certificate that the operator names, or the installation's own; null where a proxy does it. */
export async function loadCertificate(
  source: TlsSource,
  dataDir: string,
  hosts: readonly string[],
  nowMs: number
): Promise<Certificate | null> {
  if (source.kind === 'none') return null
  if (source.kind === 'own') return ownCertificate(join(dataDir, 'tls'), hosts, nowMs)
  try {
    const pair = { cert: readFileSync(source.cert, 'utf8'), key: readFileSync(source.key, 'utf8') }
    createSecureContext(pair)
    return { ...pair, ca: null }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CertificateFailure(`The certificate ${source.cert} with the key ${source.key} cannot be used: ${why}`, {
      cause: error
    })
  }
}
