import type { Context } from './context.ts'
import { maskedVolunteer } from './volunteers.ts'

/** Operators as the log names them → the masked names behind them; who is not known here is left out. */
export async function operatorNames(ctx: Context, operators: readonly (string | null)[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const operator of new Set(operators)) {
    const name = operator === null ? null : await nameOf(ctx, operator)
    if (operator !== null && name !== null) names.set(operator, name)
  }
  return names
}

async function nameOf(ctx: Context, operator: string): Promise<string | null> {
  const place = /^slot-([0-9a-z-]{1,40})$/.exec(operator)?.[1]
  if (place !== undefined) return nameOfPlace(ctx, place)
  const serial = /^pass-(\d{1,8})$/.exec(operator)?.[1]
  if (serial === undefined) return null
  const pass = await ctx.storage.pass(Number(serial))
  return pass?.kind === 'duty' ? pass.label : null
}

async function nameOfPlace(ctx: Context, id: string): Promise<string | null> {
  const place = await ctx.storage.placeById(id)
  const volunteer = place === null ? null : await ctx.storage.volunteer(place.volunteer)
  return volunteer === null ? null : maskedVolunteer(ctx, volunteer).name
}
