import { type DrillCaseId, sheetCaseOf } from '../../shared/drill/sheet-code.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type EpochMs, secondsOf } from '../../shared/time.ts'
import { verify } from '../../shared/verify/verify.ts'
import type { Held } from '../check/judge.ts'
import { verifySignature } from '../check/web-crypto.ts'

/** `not-sheet`: something else was shown, or forged; `old`: the sheet has expired or was revoked. */
export type SheetFailure = 'not-sheet' | 'old'

/** The situation behind a code of a printed sheet: a drill pass that the realm signed. Needs no network. */
export async function readSheet(
  text: string,
  { trust, status }: Pick<Held, 'trust' | 'status'>,
  now: EpochMs
): Promise<Result<DrillCaseId, SheetFailure>> {
  const found = await verify(text, trust, status, secondsOf(now), verifySignature)
  if (!found.readable || !found.genuine) return fail('not-sheet')
  const id = sheetCaseOf(found.pass)
  if (id === null) return fail('not-sheet')
  return found.findings.length === 0 ? ok(id) : fail('old')
}
