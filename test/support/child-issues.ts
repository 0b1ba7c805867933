import { initialise } from '../../server/domain/initialise.ts'
import { runWaitingIssues } from '../../server/domain/mass-issue/run.ts'
import { serialSpreader } from '../../server/domain/serials.ts'
import { openRuntime } from '../../server/runtime.ts'

/** Goes on with what is running in the folder until it is done; the parent kills it at any moment. */
const [dataDir = ''] = process.argv.slice(2)
const runtime = await openRuntime({
  dataDir,
  masterKey: { kind: 'data', dir: dataDir },
  publicUrl: 'http://localhost',
  onBusError: console.error
})
await initialise(runtime.ctx, { name: '测试街道', nameEn: 'Test' })
process.stdout.write('begun\n')
await runWaitingIssues(runtime.ctx, serialSpreader(runtime.ctx.signer))
await runtime.close()
process.stdout.write('done\n')
