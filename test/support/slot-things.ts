import type { Context } from '../../server/domain/context.ts'
import { newId } from '../../server/domain/ids.ts'

export type SlotThings = { slot: string; takenSlot: string; volunteer: string }

/** A slot without anybody and one with a volunteer of this name, next to each other. */
export async function slotThings(
  { storage, signer, env }: Context,
  site: number,
  gate: string,
  name: string
): Promise<SlotThings> {
  const [slot, takenSlot, volunteer] = [newId(env), newId(env), newId(env)]
  const start = env.now() + Math.floor(Math.random() * 1e12)
  const row = { site, gate, places: 2 }
  await storage.addSlots([
    { ...row, id: slot, start, end: start + 1000 },
    { ...row, id: takenSlot, start: start + 1000, end: start + 2000 }
  ])
  const sealed = (field: string, text: string): string => signer.seal(`field/${field}`, Buffer.from(text))
  await storage.addVolunteer({
    id: volunteer,
    site,
    nameSealed: sealed('name', name),
    phoneSealed: sealed('phone', '13800138000'),
    phoneIndex: volunteer,
    linkVersion: 1,
    createdAt: env.now()
  })
  await storage.takePlace({
    id: newId(env),
    slot: takenSlot,
    volunteer,
    takenAt: env.now(),
    takenBy: 'staff',
    salt: 'salt',
    hash: 'hash'
  })
  return { slot, takenSlot, volunteer }
}
