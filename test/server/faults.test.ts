import t from 'tap'
import { simulate } from '../faults/simulate.ts'

t.test(
  'while servers, database and Redis fail, nothing acknowledged is lost, nothing is there twice, every gap is named',
  async t => {
    const report = await simulate({ entries: 6_000, seed: 20_200_303, servers: 2, phones: 12, note: text => t.comment(text) })
    if (report === null) return void t.pass('faults', { skip: 'PostgreSQL and Redis are not both installed' })
    const { lost, duplicated, unnamedGaps, contradictions, passes, faults } = report
    t.same({ lost, duplicated, unnamedGaps, contradictions }, { lost: 0, duplicated: 0, unnamedGaps: 0, contradictions: [] })
    t.equal(report.entries + report.withheld, 6_000)
    t.match(passes, { lost: 0, twice: 0 })
    t.ok((faults['kill -9 of a server'] ?? 0) > 0)
  }
)
