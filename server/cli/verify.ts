import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { decide } from '../../shared/gate/decide.ts'
import { policyAt } from '../../shared/gate/policy.ts'
import { endOf, startOf } from '../../shared/pass/codec.ts'
import { ok, type Result } from '../../shared/result.ts'
import { statusReader } from '../../shared/status/status-list.ts'
import { readStatusClaims } from '../../shared/status/read-status-claims.ts'
import { epochSeconds } from '../../shared/time.ts'
import { readTrustClaims } from '../../shared/trust/read-trust-claims.ts'
import { verify } from '../../shared/verify/verify.ts'
import { ConfigFailure } from '../config.ts'
import type { Context } from '../domain/context.ts'
import { statusPublisher } from '../domain/status-lists.ts'
import { trustPublisher } from '../domain/trust.ts'
import { inflateZlib, verifySignature } from '../keys/node-crypto.ts'
import { COMMON_HELP, type Command, numberOption, options, withRuntime } from './command.ts'

const OPTIONS = {
  text: { type: 'string' },
  image: { type: 'string' },
  site: { type: 'string' },
  direction: { type: 'string' }
} as const
const EXIT_NOT_PASS = 2

export const verifyCommand: Command = {
  summary: 'check a pass as a gate would',
  help: `checkpoint verify (--text TEXT | --image FILE) [--site N] [--direction in|out]
  --text       the text of the code
  --image      a PNG or JPEG with the code in it
  --site       the gate's site (default: the pass's own)
Exit code: 0 PASS, 2 CHECK or STOP, 1 an error.
${COMMON_HELP}`,
  async run(args) {
    const { values } = options(args, OPTIONS)
    if ((values.text === undefined) === (values.image === undefined))
      throw new ConfigFailure('one of --text and --image is needed')
    const text = values.text ?? (await textIn(values.image ?? ''))
    const direction = values.direction ?? 'in'
    if (direction !== 'in' && direction !== 'out') throw new ConfigFailure('--direction: in or out')
    const site = values.site === undefined ? null : numberOption('site', values.site)
    const answer = await withRuntime(values.data, ({ ctx }) => judge(ctx, text, site, direction))
    if (values.json === true) console.log(JSON.stringify(answer))
    else
      console.log(
        `${answer.verdict}  ${answer.reasons.join(', ')}${answer.pass === null ? '' : `\n${JSON.stringify(answer.pass)}`}`
      )
    return answer.verdict === 'PASS' ? 0 : EXIT_NOT_PASS
  }
}

async function judge(ctx: Context, text: string, site: number | null, direction: 'in' | 'out') {
  const at = epochSeconds(Math.floor(ctx.env.now() / 1000))
  const trust = must(readTrustClaims(claimsOf((await trustPublisher(ctx)()).jws)))
  const lists = await Promise.all(
    (await statusPublisher(ctx).all()).map(async ({ jwt }) => must(await readStatusClaims(claimsOf(jwt), inflateZlib)))
  )
  const status = statusReader(lists)
  const verification = await verify(text, trust, status, at, verifySignature)
  const gateSite = site ?? (verification.readable && verification.pass.site > 0 ? verification.pass.site : 1)
  const context = {
    at,
    presented: 'code' as const,
    site: gateSite,
    direction,
    recent: [],
    temperature: null,
    statusAsOf: status.asOf
  }
  const { verdict, headline, findings, genuine, pass } = decide(verification, context, policyAt(trust.policies, '', at))
  const reasons = findings.length === 0 ? [headline] : findings.map(({ reason }) => reason)
  return {
    verdict,
    reasons,
    genuine,
    pass:
      pass === null
        ? null
        : { serial: pass.serial, kind: pass.kind, label: pass.label, site: pass.site, start: startOf(pass), end: endOf(pass) }
  }
}

/** These were signed a moment ago by ourselves; a gate checks the signature first. */
const claimsOf = (jws: string): unknown => JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString())

function must<T, F>(result: Result<T, F>): T {
  if (result.ok) return ok(result.value).value
  throw new Error(`our own signed data cannot be read: ${String(result.failure)}`)
}

async function textIn(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new ConfigFailure(`--image: ${error.message}`, { cause: error })
  })
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
  const [found] = await readBarcodes(new Uint8Array(bytes), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
  if (found === undefined) throw new ConfigFailure(`--image: no code was found in ${file}`)
  return found.text
}
