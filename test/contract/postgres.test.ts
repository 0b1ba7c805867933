import t from 'tap'
import { openPostgresStorage } from '../../server/storage/postgres/open.ts'
import { postgresSchemas, reachablePostgres } from '../support/postgres.ts'
import { storageContract } from './storage-contract.ts'

const url = await reachablePostgres()
if (url === null) t.pass('PostgreSQL', { skip: 'no server answers on localhost and TEST_DATABASE_URL is not set' })
else {
  const schemas = await postgresSchemas(url)
  t.teardown(() => schemas.end())
  storageContract(t, async () => openPostgresStorage({ url: await schemas.emptied(), now: Date.now }))
}
