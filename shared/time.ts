declare const unit: unique symbol
type Unit<Name extends string> = number & { readonly [unit]: Name }

/** Seconds since 1970-01-01T00:00:00Z. */
export type EpochSeconds = Unit<'EpochSeconds'>
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = Unit<'EpochMs'>
/** Minutes since 2020-01-01T00:00:00Z, the pass's own clock (24 bits: until 2051-11-25). */
export type PassMinute = Unit<'PassMinute'>

/** 2020-01-01T00:00:00Z */
const PASS_EPOCH_SECONDS = 1_577_836_800

export const epochSeconds = (value: number): EpochSeconds => value as EpochSeconds
export const epochMs = (value: number): EpochMs => value as EpochMs
export const passMinute = (value: number): PassMinute => value as PassMinute

export const secondsOf = (ms: EpochMs): EpochSeconds => epochSeconds(Math.floor(ms / 1000))
export const minuteToSeconds = (minute: PassMinute): EpochSeconds => epochSeconds(PASS_EPOCH_SECONDS + minute * 60)
/** Seconds since 2020-01-01T00:00:00Z: a digit less on the wire. */
export const secondsToShort = (seconds: EpochSeconds): number => seconds - PASS_EPOCH_SECONDS
export const shortToSeconds = (short: number): EpochSeconds => epochSeconds(PASS_EPOCH_SECONDS + short)
/** The whole minute in which an instant lies. */
export const secondsToMinute = (seconds: EpochSeconds): PassMinute => passMinute(Math.floor((seconds - PASS_EPOCH_SECONDS) / 60))
