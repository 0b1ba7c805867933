import type { Selectable } from 'kysely'
import type { StaffRole } from '../../../shared/schema/session.ts'
import type { Account, Storage } from '../../ports/storage.ts'
import type { Engine } from '../engine.ts'
import type { Database } from '../schema.ts'

type Methods = Pick<
  Storage,
  'accounts' | 'accountById' | 'accountByUsername' | 'addAccount' | 'changeAccount' | 'addInvite' | 'redeemInvite'
>
type Row = Selectable<Database['account']>

export const accountMethods = ({ db, write }: Engine): Methods => ({
  async accounts() {
    const rows = await db.selectFrom('account').selectAll().orderBy('created_at').orderBy('username').execute()
    return rows.map(fromRow)
  },
  async accountById(id) {
    const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  },
  async accountByUsername(username) {
    const row = await db.selectFrom('account').selectAll().where('username', '=', username).executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  },
  addAccount: account =>
    write(async trx => {
      const added = await trx
        .insertInto('account')
        .values(toRow(account))
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    }),
  changeAccount: (id, change) =>
    write(async trx => {
      const row = await trx.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
      if (row === undefined) return 'missing'
      if (change.active === false && row.role === 'administrator' && row.active === 1) {
        const others = await trx
          .selectFrom('account')
          .select('id')
          .where('role', '=', 'administrator')
          .where('active', '=', 1)
          .where('id', '<>', id)
          .executeTakeFirst()
        if (others === undefined) return 'last-administrator'
      }
      await trx
        .updateTable('account')
        .set(toRow({ ...fromRow(row), ...change }))
        .where('id', '=', id)
        .execute()
      return 'changed'
    }),
  addInvite: ({ tokenHash, role, expiresAt, usedAt }) =>
    write(async trx => {
      await trx.insertInto('invite').values({ token_hash: tokenHash, role, expires_at: expiresAt, used_at: usedAt }).execute()
    }),
  redeemInvite: (tokenHash, now, account) =>
    write(async trx => {
      const invite = await trx.selectFrom('invite').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
      if (invite === undefined || invite.used_at !== null || invite.expires_at <= now) return 'invalid'
      const taken = await trx.selectFrom('account').select('id').where('username', '=', account.username).executeTakeFirst()
      if (taken !== undefined) return 'taken'
      await trx.updateTable('invite').set({ used_at: now }).where('token_hash', '=', tokenHash).execute()
      await trx.insertInto('account').values(toRow(account)).execute()
      return 'created'
    })
})

const fromRow = (row: Row): Account => ({
  id: row.id,
  username: row.username,
  displayName: row.display_name,
  role: row.role as StaffRole,
  community: row.community,
  passwordHash: row.password_hash,
  active: row.active === 1,
  createdAt: row.created_at,
  sessionsFrom: row.sessions_from
})

const toRow = (account: Account): Row => ({
  id: account.id,
  username: account.username,
  display_name: account.displayName,
  role: account.role,
  community: account.community,
  password_hash: account.passwordHash,
  active: account.active ? 1 : 0,
  created_at: account.createdAt,
  sessions_from: account.sessionsFrom
})
