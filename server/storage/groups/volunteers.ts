import { sql } from 'kysely'
import type { ShiftStorage, SlotRow, VolunteerRow } from '../../ports/shift-storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'
import { fromPlace, fromSlot, fromVolunteer, toPlace } from '../shift-row.ts'
import type { Plan } from './slots.ts'

type People = Omit<ShiftStorage, keyof Plan>

export const volunteerMethods = ({ db, write, isDuplicate }: Engine): People => {
  const slotsOf = (volunteer: string, fromMs: number, executor: Pick<typeof db, 'selectFrom'> = db): Promise<SlotRow[]> =>
    executor
      .selectFrom('slot')
      .innerJoin('slot_place', join => join.onRef('slot_place.realm', '=', 'slot.realm').onRef('slot_place.slot', '=', 'slot.id'))
      .selectAll('slot')
      .where('slot.realm', '=', REALM)
      .where('slot_place.volunteer', '=', volunteer)
      .where('slot.ends_at', '>', fromMs)
      .orderBy('slot.starts_at')
      .execute()
      .then(rows => rows.map(fromSlot))
  const volunteers = db.selectFrom('volunteer').selectAll().where('realm', '=', REALM)
  const one = async (query: typeof volunteers): Promise<VolunteerRow | null> => {
    const row = await query.executeTakeFirst()
    return row === undefined ? null : fromVolunteer(row)
  }
  return {
    async addVolunteer({ id, site, nameSealed, phoneSealed, phoneIndex, linkVersion, createdAt }) {
      const row = { realm: REALM, id, site, name_sealed: nameSealed, phone_sealed: phoneSealed, phone_index: phoneIndex }
      try {
        await write(async trx => {
          await trx
            .insertInto('volunteer')
            .values({ ...row, link_version: linkVersion, created_at: createdAt })
            .execute()
        })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },
    volunteer: id => one(volunteers.where('id', '=', id)),
    volunteerByPhone: (site, phoneIndex) => one(volunteers.where('site', '=', site).where('phone_index', '=', phoneIndex)),
    async volunteers(site) {
      return (await volunteers.where('site', '=', site).orderBy('created_at').orderBy('id').execute()).map(fromVolunteer)
    },
    slotsOf: (volunteer, fromMs) => slotsOf(volunteer, fromMs),
    takePlace: place =>
      write(async trx => {
        const slot = await trx
          .selectFrom('slot')
          .selectAll()
          .where('realm', '=', REALM)
          .where('id', '=', place.slot)
          .executeTakeFirst()
        if (slot === undefined) return 'missing'
        const own = await slotsOf(place.volunteer, slot.starts_at, trx)
        if (own.some(({ id }) => id === slot.id)) return 'double'
        if (own.some(({ start }) => start < slot.ends_at)) return 'overlap'
        const { count } = await trx
          .selectFrom('slot_place')
          .select(sql<number>`count(*)`.as('count'))
          .where('realm', '=', REALM)
          .where('slot', '=', place.slot)
          .executeTakeFirstOrThrow()
        if (Number(count) >= slot.places) return 'full'
        await trx.insertInto('slot_place').values(toPlace(place)).execute()
        return 'taken'
      }),
    async placeById(id) {
      const row = await db.selectFrom('slot_place').selectAll().where('realm', '=', REALM).where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromPlace(row)
    },
    removePlace: (slot, volunteer) =>
      write(async trx => {
        const done = await trx
          .deleteFrom('slot_place')
          .where('realm', '=', REALM)
          .where('slot', '=', slot)
          .where('volunteer', '=', volunteer)
          .executeTakeFirst()
        return done.numDeletedRows > 0n
      })
  }
}
