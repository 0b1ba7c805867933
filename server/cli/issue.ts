import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { isPassKind } from '../../shared/pass/kinds.ts'
import type { NewPass } from '../../shared/schema/passes.ts'
import { minuteToSeconds, passMinute } from '../../shared/time.ts'
import { ConfigFailure } from '../config.ts'
import { type Context, OPERATOR, type Outcome } from '../domain/context.ts'
import { addCommunity, addSite } from '../domain/directory.ts'
import { passIssuer } from '../domain/issue-passes.ts'
import { passLink } from '../domain/pass-secrets.ts'
import { serialSpreader } from '../domain/serials.ts'
import { cardModel } from '../http/routes/print.ts'
import type { PassRow } from '../ports/storage.ts'
import { card, symbol } from '../print/index.ts'
import { COMMON_HELP, type Command, numberOption, options, withRuntime } from './command.ts'

const OPTIONS = {
  kind: { type: 'string' },
  name: { type: 'string' },
  document: { type: 'string' },
  plate: { type: 'string' },
  site: { type: 'string' },
  hours: { type: 'string' },
  start: { type: 'string' },
  out: { type: 'string' }
} as const

export const issueCommand: Command = {
  summary: 'issue one pass',
  help: `checkpoint issue --kind KIND --site N --hours N (--name NAME [--document ID] | --plate PLATE)
  --kind       person, work, vehicle, visitor, household, duty or drill
  --name       clear name of the holder; it is masked in the code
  --document   identity document, checked
  --plate      plate of a vehicle, checked
  --site       number of the site, 0 for all; it is made when it is missing
  --hours      length of validity, 1 to 16383
  --start      begin, as 2026-11-24T08:00+08:00 (default now)
  --out FILE   the code as .png or .svg, or the A6 card as .pdf
${COMMON_HELP}`,
  async run(args): Promise<undefined> {
    const { values } = options(args, OPTIONS)
    const wish = wishOf(values)
    const pass = await withRuntime(values.data, async ({ ctx }) => {
      if (wish.site !== 0) await ensureSite(ctx, wish.site)
      const issued = must(await passIssuer(ctx, serialSpreader(ctx.signer)).issue(OPERATOR, wish))
      if (values.out !== undefined) await writePass(ctx, issued, values.out)
      return { row: issued, link: passLink(ctx.signer, ctx.publicUrl(), issued) }
    })
    const { serial, text, kind, label, site, startMinute, endsAt } = pass.row
    const start = minuteToSeconds(passMinute(startMinute))
    const answer = { serial, text, kind, label, site, start: iso(start), end: iso(endsAt), link: pass.link }
    if (values.json === true) console.log(JSON.stringify(answer))
    else
      console.log(
        Object.entries(answer)
          .map(([key, value]) => `${key.padEnd(7)}${value}`)
          .join('\n')
      )
  }
}

type Values = { [Key in keyof typeof OPTIONS]?: string | undefined }

function wishOf(values: Values): NewPass {
  const { kind = '', name, document, plate, start } = values
  if (!isPassKind(kind)) throw new ConfigFailure(`--kind: ${kind || 'nothing'} is no kind of pass`)
  const startMs = start === undefined ? undefined : Date.parse(start)
  if (startMs !== undefined && Number.isNaN(startMs)) throw new ConfigFailure(`--start: ${start} is no time`)
  return {
    kind,
    site: numberOption('site', values.site),
    hours: numberOption('hours', values.hours),
    ...(name === undefined ? {} : { name }),
    ...(document === undefined ? {} : { document }),
    ...(plate === undefined ? {} : { plate }),
    ...(startMs === undefined ? {} : { start: Math.floor(startMs / 1000) })
  }
}

async function ensureSite(ctx: Context, number: number): Promise<void> {
  if (number < 1 || number > 65_535) throw new ConfigFailure('--site: 0 to 65535')
  if ((await ctx.storage.sites()).some(site => site.number === number)) return
  const [known] = await ctx.storage.communities()
  const community = known ?? must(await addCommunity(ctx, OPERATOR, { name: '示例社区', nameEn: 'Sample Community' }))
  must(await addSite(ctx, OPERATOR, { community: community.id, number, name: `${number}号小区`, nameEn: `Compound ${number}` }))
}

async function writePass(ctx: Context, pass: PassRow, file: string): Promise<void> {
  const ending = extname(file).toLowerCase()
  if (ending === '.png' || ending === '.svg')
    await writeFile(file, await symbol(pass.text, { format: ending === '.png' ? 'png' : 'svg', level: 'M' }))
  else if (ending === '.pdf')
    await writeFile(file, (await card(await cardModel(ctx, pass), { format: 'pdf', language: 'zh' })).body)
  else throw new ConfigFailure('--out: a file that ends in .png, .svg or .pdf')
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString()

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  const { code, path, detail } = outcome.failure
  throw new ConfigFailure([code, path, detail].filter(part => part !== undefined).join(' '))
}
