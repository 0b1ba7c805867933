import type { Kysely } from 'kysely'

type Column = readonly [name: string, type: 'text' | 'bigint' | 'integer', isNullable?: 'null']

const TABLES: Readonly<Record<string, { columns: readonly Column[]; key: readonly string[] | 'identity' }>> = {
  realm: {
    columns: [
      ['id', 'text'],
      ['name', 'text'],
      ['name_en', 'text'],
      ['created_at', 'bigint'],
      ['trust_version', 'bigint'],
      ['trust_issued_at', 'bigint'],
      ['next_pass_number', 'bigint']
    ],
    key: ['id']
  },
  setting: {
    columns: [
      ['name', 'text'],
      ['value', 'text']
    ],
    key: ['name']
  },
  community: {
    columns: [
      ['id', 'text'],
      ['name', 'text'],
      ['name_en', 'text']
    ],
    key: ['id']
  },
  site: {
    columns: [
      ['number', 'integer'],
      ['community', 'text'],
      ['name', 'text'],
      ['name_en', 'text']
    ],
    key: ['number']
  },
  gate: {
    columns: [
      ['id', 'text'],
      ['site', 'integer'],
      ['name', 'text'],
      ['name_en', 'text'],
      ['directions', 'text']
    ],
    key: ['id']
  },
  policy: {
    columns: [
      ['effective_from', 'bigint'],
      ['body', 'text']
    ],
    key: 'identity'
  },
  account: {
    columns: [
      ['id', 'text'],
      ['username', 'text'],
      ['display_name', 'text'],
      ['role', 'text'],
      ['community', 'text', 'null'],
      ['password_hash', 'text'],
      ['active', 'integer'],
      ['created_at', 'bigint'],
      ['sessions_from', 'bigint']
    ],
    key: ['id']
  },
  invite: {
    columns: [
      ['token_hash', 'text'],
      ['role', 'text'],
      ['expires_at', 'bigint'],
      ['used_at', 'bigint', 'null']
    ],
    key: ['token_hash']
  },
  signing_key: {
    columns: [
      ['key_id', 'text'],
      ['purpose', 'text'],
      ['public_key', 'text'],
      ['created_at', 'bigint'],
      ['not_before', 'bigint'],
      ['not_after', 'bigint'],
      ['signed_count', 'integer'],
      ['revoked_at', 'bigint', 'null']
    ],
    key: ['key_id']
  },
  pass: {
    columns: [
      ['serial', 'integer'],
      ['kind', 'text'],
      ['label', 'text'],
      ['document_tail', 'text', 'null'],
      ['site', 'integer'],
      ['community', 'text', 'null'],
      ['start_minute', 'integer'],
      ['hours', 'integer'],
      ['ends_at', 'bigint'],
      ['key_id', 'text'],
      ['text', 'text'],
      ['status', 'text'],
      ['status_at', 'bigint'],
      ['name_sealed', 'text', 'null'],
      ['document_sealed', 'text', 'null'],
      ['document_index', 'text', 'null'],
      ['name_index', 'text', 'null'],
      ['link_version', 'integer'],
      ['replaces', 'integer', 'null'],
      ['replaced_by', 'integer', 'null'],
      ['issued_at', 'bigint'],
      ['issued_by', 'text']
    ],
    key: ['serial']
  },
  pass_event: {
    columns: [
      ['serial', 'integer'],
      ['at', 'bigint'],
      ['action', 'text'],
      ['reason', 'text', 'null'],
      ['note', 'text', 'null'],
      ['actor', 'text'],
      ['actor_name', 'text']
    ],
    key: 'identity'
  },
  enrolment: {
    columns: [
      ['code_hash', 'text'],
      ['site', 'integer'],
      ['created_by', 'text'],
      ['expires_at', 'bigint'],
      ['used_at', 'bigint', 'null']
    ],
    key: ['code_hash']
  },
  device: {
    columns: [
      ['id', 'text'],
      ['name', 'text'],
      ['site', 'integer'],
      ['public_key', 'text'],
      ['enrolled_at', 'bigint'],
      ['enrolled_by', 'text'],
      ['last_seen_at', 'bigint', 'null'],
      ['revoked_at', 'bigint', 'null'],
      ['unsent', 'integer', 'null'],
      ['offset_ms', 'bigint', 'null']
    ],
    key: ['id']
  },
  device_log: {
    columns: [
      ['device', 'text'],
      ['contiguous', 'integer'],
      ['last', 'integer']
    ],
    key: ['device']
  },
  entry: {
    columns: [
      ['sequence', 'bigint'],
      ['device', 'text'],
      ['number', 'integer'],
      ['site', 'integer'],
      ['serial', 'integer', 'null'],
      ['direction', 'text'],
      ['admitted', 'integer'],
      ['at', 'bigint'],
      ['received_at', 'bigint'],
      ['hash', 'text'],
      ['previous_hash', 'text'],
      ['chain_broken', 'integer'],
      ['body', 'text']
    ],
    key: ['device', 'number']
  },
  quarantine: {
    columns: [
      ['device', 'text'],
      ['number', 'integer', 'null'],
      ['reason', 'text'],
      ['body', 'text'],
      ['received_at', 'bigint']
    ],
    key: 'identity'
  },
  audit: {
    columns: [
      ['at', 'bigint'],
      ['actor', 'text'],
      ['action', 'text'],
      ['object', 'text'],
      ['detail', 'text']
    ],
    key: 'identity'
  },
  idempotency: {
    columns: [
      ['actor', 'text'],
      ['key', 'text'],
      ['request_hash', 'text'],
      ['status', 'integer'],
      ['body', 'text'],
      ['created_at', 'bigint']
    ],
    key: ['actor', 'key']
  }
}

const INDEXES: readonly [name: string, table: string, columns: readonly string[], isUnique?: 'unique'][] = [
  ['account_username', 'account', ['username'], 'unique'],
  ['pass_newest', 'pass', ['issued_at', 'serial']],
  ['pass_community', 'pass', ['community', 'issued_at', 'serial']],
  ['pass_name', 'pass', ['name_index']],
  ['pass_label', 'pass', ['label']],
  ['pass_tail', 'pass', ['document_tail']],
  ['pass_status', 'pass', ['status', 'ends_at']],
  ['pass_event_serial', 'pass_event', ['serial']],
  ['entry_sequence', 'entry', ['sequence'], 'unique'],
  ['entry_site', 'entry', ['site', 'sequence']],
  ['quarantine_device', 'quarantine', ['device', 'number']]
]

/** Types that SQLite and PostgreSQL both know; identity columns are the one thing that each spells in its own way. */
export async function up(db: Kysely<unknown>, isPostgres: boolean): Promise<void> {
  for (const [table, { columns, key }] of Object.entries(TABLES)) {
    let builder = db.schema.createTable(table)
    if (key === 'identity') {
      builder = builder.addColumn('id', isPostgres ? 'bigint' : 'integer', column =>
        isPostgres ? column.primaryKey().generatedAlwaysAsIdentity() : column.primaryKey().autoIncrement()
      )
    }
    for (const [name, type, nullable] of columns)
      builder = builder.addColumn(name, type, column => (nullable === 'null' ? column : column.notNull()))
    if (key !== 'identity') builder = builder.addPrimaryKeyConstraint(`${table}_key`, key as never)
    await builder.execute()
  }
  for (const [name, table, columns, unique] of INDEXES) {
    const builder = db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
    await (unique === 'unique' ? builder.unique() : builder).execute()
  }
}
