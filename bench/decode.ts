/**
 * One-frame read rate on everyday gate frames at 1280×720: the gate's decoder beside others, on the same frames.
 * Half of what a gate needs; the other half, how soon, is `scan`.
 */
import type { Luma } from '../scanner/decode/image/luma.ts'
import { everyday } from '../test/support/frames/everyday.ts'
import { type GateCode, mixedCodes, passCodes } from '../test/support/frames/gate-codes.ts'
import { renderEmptyFrame, renderFrame } from '../test/support/frames/render-frame.ts'
import { type Contender, contenders } from './decode-contenders.ts'

export interface DecodeResult {
  /** Share of the mixed frames (codes of versions 7 to 14) that our pipeline reads from one frame alone. */
  readonly readRate: number
  readonly html5qrcodeReadRate: number
  readonly others: Record<string, number>
  readonly frames: number
  /** The same for our own passes: version 6-M on a display, version 8-Q on paper. */
  readonly passReadRate: number
  readonly wrongReads: number
  readonly medianMs: number
  readonly p95Ms: number
}

interface Tally {
  frames: number
  read: number
  wrong: number
  readonly byScenario: { frames: number; read: number }[]
  readonly times: number[]
}

const firstSeed = 20_000

/** `--frames N`: how many mixed frames, rounded up to whole rounds of 5 scenarios × 10 codes (200 unless told). */
export async function run(args: string[]): Promise<DecodeResult> {
  const rounds = Math.max(1, Math.ceil(numberAfter(args, '--frames', 200) / 50))
  const [ours, ...others] = await contenders()
  const all = [ours, ...others]
  const tallies = new Map(all.map(({ name }) => [name, newTally()]))
  let seed = firstSeed
  const frames = rounds * 50
  for (let round = 0; round < rounds; round++) {
    for (const [at, scenario] of everyday.entries()) {
      for (const code of mixedCodes(1)) {
        const frame = renderFrame(code, scenario, seed++)
        for (const contender of all) {
          if (seed % (contender.every ?? 1) === 0) judge(contender, frame, code, at, tallies.get(contender.name) as Tally)
        }
      }
    }
  }
  const passes = readPasses(ours, rounds * 4, seed)
  const empty = readEmpty(ours, 20)
  console.table(all.map(({ name }) => row(name, tallies.get(name) as Tally)))
  const rate = ({ read, frames }: Tally) => round3(read / frames)
  const mine = tallies.get(ours.name) as Tally
  return {
    readRate: rate(mine),
    html5qrcodeReadRate: rate(tallies.get('html5-qrcode') as Tally),
    others: Object.fromEntries(others.map(({ name }) => [name, rate(tallies.get(name) as Tally)])),
    frames,
    passReadRate: rate(passes),
    wrongReads: mine.wrong + passes.wrong + empty,
    medianMs: percentile(mine.times, 0.5),
    p95Ms: percentile(mine.times, 0.95)
  }
}

function newTally(): Tally {
  return { frames: 0, read: 0, wrong: 0, byScenario: everyday.map(() => ({ frames: 0, read: 0 })), times: [] }
}

function judge({ read }: Contender, frame: Luma, code: GateCode, scenario: number, tally: Tally): void {
  const started = performance.now()
  const text = read(frame)
  tally.times.push(performance.now() - started)
  const cell = tally.byScenario[scenario] as Tally['byScenario'][number]
  tally.frames++
  cell.frames++
  if (text === null) return
  if (text !== code.text) {
    tally.wrong++
    return
  }
  tally.read++
  cell.read++
}

function readPasses(ours: Contender, each: number, firstSeed: number): Tally {
  const tally = newTally()
  for (const [at, scenario] of everyday.entries()) {
    for (let count = 0; count < each; count++) {
      const seed = firstSeed + at * each + count
      const { screen, paper } = passCodes(seed)
      const code = scenario.carrier === 'phone' ? screen : paper
      judge(ours, renderFrame(code, scenario, seed), code, at, tally)
    }
  }
  return tally
}

/** How many texts are read where there are none. */
function readEmpty(ours: Contender, count: number): number {
  const frames = Array.from({ length: count }, (_, at) => renderEmptyFrame(everyday[at % 5] ?? everyday[0], at))
  return frames.filter(frame => ours.read(frame) !== null).length
}

function row(name: string, { read, wrong, byScenario, frames, times }: Tally): Record<string, string | number> {
  const percent = (count: number, of: number) => Math.round((100 * count) / of)
  return {
    decoder: name,
    frames,
    'all %': percent(read, frames),
    ...Object.fromEntries(byScenario.map((cell, at) => [everyday[at]?.name, percent(cell.read, cell.frames)])),
    wrong,
    'median ms': percentile(times, 0.5),
    'p95 ms': percentile(times, 0.95)
  }
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)) / 10
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000
}

function numberAfter(args: readonly string[], name: string, otherwise: number): number {
  const at = args.indexOf(name)
  return at < 0 ? otherwise : Number(args[at + 1])
}
