import { runWaitingImports } from '../../../server/domain/import/run-import.ts'
import { openRuntime } from '../../../server/runtime.ts'

/** Goes on with the lists that are under way in the folder until they are done; the parent kills it at any moment. */
const [dataDir = ''] = process.argv.slice(2)
const runtime = await openRuntime({
  dataDir,
  masterKey: { kind: 'data', dir: dataDir },
  publicUrl: 'http://localhost',
  onBusError: console.error
})
process.stdout.write('begun\n')
await runWaitingImports(runtime.ctx)
await runtime.close()
process.stdout.write('done\n')
