import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { ConfigFailure, masterKeySource, serverSources } from '../config.ts'
import { initialise } from '../domain/initialise.ts'
import { openRuntime, type Runtime } from '../runtime.ts'

export type Command = {
  readonly summary: string
  readonly help: string
  /** Answers the exit code; nothing is 0. */
  run(args: readonly string[]): Promise<number | undefined>
}

export const COMMON_OPTIONS = { data: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const
export const COMMON_HELP = `  --data DIR   where everything is kept (default ./data)
  --json       one JSON object on one line`

export function options<const T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], own: T) {
  try {
    return parseArgs({ args: [...args], options: { ...COMMON_OPTIONS, ...own }, allowPositionals: true, strict: true })
  } catch (error) {
    throw new ConfigFailure(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

export const dataDirOf = (data: string | undefined): string => resolve(data ?? process.env.CHECKPOINT_DATA ?? 'data')

/** Runs `work` on the installation in the folder, which is made when it is missing; always lets go of it. */
export async function withRuntime<T>(data: string | undefined, work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const dataDir = dataDirOf(data)
  const runtime = await openRuntime({
    dataDir,
    masterKey: masterKeySource(dataDir, process.env),
    ...serverSources(process.env),
    publicUrl: process.env.CHECKPOINT_PUBLIC_URL ?? 'http://localhost:8080',
    onBusError: error => console.error(error)
  })
  try {
    await initialise(runtime.ctx, { name: '示例街道', nameEn: 'Sample Subdistrict' })
    return await work(runtime)
  } finally {
    await runtime.close()
  }
}

export function numberOption(name: string, text: string | undefined): number {
  const value = Number(text)
  if (text === undefined || !Number.isInteger(value)) throw new ConfigFailure(`--${name}: a whole number is needed`)
  return value
}
