import { join } from 'node:path'
import t from 'tap'
import { drillSheet } from '../../server/domain/drill-sheet.ts'
import { CODE_SIDE, codesPage, keyPage } from '../../server/print/drill-sheet.ts'
import { decodePass } from '../../shared/pass/codec.ts'
import { sheetCaseOf } from '../../shared/drill/sheet-code.ts'
import { OPERATOR } from '../../server/domain/context.ts'
import { signedIn, startService } from '../support/service.ts'

t.test('a sheet for training is two pages of true drill codes that tell nothing', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const get = async (account: string, site: number) =>
    service.app.inject({
      url: `/api/v1/trainings/sheet.pdf?site=${site}`,
      headers: { cookie: await signedIn(service.app, account) }
    })
  const sheet = await get('worker1', 1)
  t.equal(sheet.statusCode, 200)
  t.equal(sheet.headers['content-type'], 'application/pdf')
  t.match(sheet.rawPayload.toString('latin1'), /\/Count 2/)
  t.equal((await get('worker2', 1)).statusCode, 400, 'not of another community')

  const { items } = (
    await service.app.inject({ url: '/api/v1/passes?kind=drill', headers: { cookie: await signedIn(service.app, 'worker1') } })
  ).json()
  t.equal(items.length, 7, 'in the register, so that they can be revoked')

  let next = 900
  const made = await drillSheet(service.ctx, () => next++, OPERATOR, { site: 1, chance: () => 0.5 })
  if (!made.ok) throw new Error('no sheet')
  for (const code of made.value.codes) {
    const decoded = decodePass(code.text)
    t.match(decoded, { ok: true, value: { content: { kind: 'drill', site: 1, documentTail: null } } })
    if (decoded.ok) t.equal(sheetCaseOf(decoded.value.content), code.case)
  }
  const codes = codesPage(made.value).ops
  t.ok(CODE_SIDE >= 35)
  t.equal(codes.filter(({ op }) => op === 'path').length, 7)
  t.notMatch(JSON.stringify(codes), /伪造|过期|Forged|Expired/, 'the answers are on the other page')
  t.match(JSON.stringify(keyPage(made.value)), /伪造.*/)
})
