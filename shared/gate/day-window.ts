/** Local minutes of the day, `fromMinute` inclusive, `toMinute` exclusive; may span midnight. */
export type DayWindow = { readonly fromMinute: number; readonly toMinute: number }

export const isWithin = (minute: number, { fromMinute, toMinute }: DayWindow): boolean =>
  fromMinute <= toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute
