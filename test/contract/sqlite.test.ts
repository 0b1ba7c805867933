import { join } from 'node:path'
import t from 'tap'
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts'
import { storageContract } from './storage-contract.ts'

const dir = t.testdir()
let databases = 0

storageContract(t, () => openSqliteStorage({ file: join(dir, `${++databases}.db`) }))
