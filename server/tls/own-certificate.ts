import 'reflect-metadata' // must be first: the library's decorators need it
import { webcrypto } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import { writeDurably } from '../keys/write-durably.ts'

export type Certificate = { readonly cert: string; readonly key: string; readonly ca: string | null }

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY_MS = 24 * 3_600_000
/** Browsers refuse leaves that live longer (Apple: 398 days). */
const LEAF_DAYS = 397
const CA_DAYS = 3_650
const RENEW_BEFORE_DAYS = 30

x509.cryptoProvider.set(webcrypto as unknown as Crypto)

/**
 * A certificate authority of this installation, made once, and a leaf for these names, made anew when they change or it
 * runs out. Phones install the authority's certificate; only then do browsers allow service workers.
 */
export async function ownCertificate(dir: string, hosts: readonly string[], nowMs: number): Promise<Certificate> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const file = (name: string): string => join(dir, name)
  if (!existsSync(file('ca.key'))) await makeAuthority(file, nowMs)
  const ca = readFileSync(file('ca.crt'), 'utf8')
  if (!(existsSync(file('leaf.crt')) && isUsable(readFileSync(file('leaf.crt'), 'utf8'), hosts, nowMs)))
    await makeLeaf(file, hosts, nowMs)
  return { cert: readFileSync(file('leaf.crt'), 'utf8') + ca, key: readFileSync(file('leaf.key'), 'utf8'), ca }
}

type FileOf = (name: string) => string

async function makeAuthority(file: FileOf, nowMs: number): Promise<void> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Checkpoint',
    notBefore: new Date(nowMs - DAY_MS),
    notAfter: new Date(nowMs + CA_DAYS * DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys: keys as never,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true)
    ]
  })
  writeDurably(file('ca.crt'), `${certificate.toString('pem')}\n`)
  writeDurably(file('ca.key'), await toPem(keys.privateKey))
}

async function makeLeaf(file: FileOf, hosts: readonly string[], nowMs: number): Promise<void> {
  const issuer = new x509.X509Certificate(readFileSync(file('ca.crt'), 'utf8'))
  const pkcs8 = x509.PemConverter.decodeFirst(readFileSync(file('ca.key'), 'utf8'))
  const signingKey = await webcrypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign'])
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${hosts[0]}`,
    issuer: issuer.subject,
    notBefore: new Date(nowMs - DAY_MS),
    notAfter: new Date(nowMs + (LEAF_DAYS - 1) * DAY_MS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey as never,
    signingKey: signingKey as never,
    extensions: [
      new x509.SubjectAlternativeNameExtension(
        hosts.map(host => ({ type: isAddress(host) ? ('ip' as const) : ('dns' as const), value: host }))
      ),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth])
    ]
  })
  writeDurably(file('leaf.key'), await toPem(keys.privateKey))
  writeDurably(file('leaf.crt'), `${certificate.toString('pem')}\n`)
}

const isAddress = (host: string): boolean => /^[\d.]+$/.test(host) || host.includes(':')

async function toPem(key: webcrypto.CryptoKey): Promise<string> {
  return `${x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`
}

function isUsable(pem: string, hosts: readonly string[], nowMs: number): boolean {
  const certificate = new x509.X509Certificate(pem)
  const names =
    certificate
      .getExtension(x509.SubjectAlternativeNameExtension)
      ?.names.toJSON()
      .map(({ value }) => value) ?? []
  return certificate.notAfter.getTime() - nowMs > RENEW_BEFORE_DAYS * DAY_MS && hosts.every(host => names.includes(host))
}
