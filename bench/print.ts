import { generateKeyPairSync, sign } from 'node:crypto'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { maskName } from '../shared/mask/name.ts'
import { MAX_LABEL_BYTES } from '../shared/pass/label.ts'
import { preparePass } from '../shared/pass/codec.ts'
import { passMinute } from '../shared/time.ts'
import { streamSheets } from '../server/print/render-sheets.ts'
import type { SheetCard, SheetGroup, SheetLayout } from '../server/print/sheet-model.ts'
import { chineseName, surname } from '../server/seed/names.ts'
import { seededRandom } from '../server/seed/random.ts'
import { option } from './support/installation.ts'

/** A building of a large compound. */
const GROUP = 120

/** Sheets of cards and their lists, made and thrown away: seconds for a thousand cards, and the most memory on the way. */
export async function run(args: string[]): Promise<object> {
  const cards = option(args, 'cards', 5_000)
  const layout: SheetLayout = args.includes('--a6') ? 'a6' : 'id1'
  const words = { zh: '测量街道', en: 'Bench Subdistrict' }
  const begun = performance.now()
  let bytes = 0
  let peak = 0
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      peak = Math.max(peak, process.memoryUsage.rss())
      done()
    }
  })
  const order = { layout, language: 'zh', title: words, realm: words, by: '测量', at: 1_795_474_923 } as const
  await pipeline(streamSheets(order, groupsOf(cards)), sink)
  const seconds = (performance.now() - begun) / 1000
  return {
    cards,
    layout,
    secondsPer1000: Math.round((100 * 1000 * seconds) / cards) / 100,
    peakMB: Math.round(peak / 1e6),
    fileMB: Math.round(bytes / 1e5) / 10
  }
}

async function* groupsOf(cards: number): AsyncIterable<SheetGroup> {
  const random = seededRandom(1)
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  for (let from = 0; from < cards; from += GROUP) {
    const building = String(1 + from / GROUP)
    const group = Array.from({ length: Math.min(GROUP, cards - from) }, (_, index) =>
      cardOf(
        from + index + 1,
        building,
        maskName(chineseName(random, 'female', surname(random)), { maxBytes: MAX_LABEL_BYTES }),
        data => sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })
      )
    )
    yield { title: { zh: `凤凰小区 ${building}号楼`, en: `Phoenix, building ${building}` }, cards: group }
  }
}

function cardOf(number: number, building: string, label: string, signer: (data: Uint8Array) => Uint8Array): SheetCard {
  const serial = (number * 7919) % 131_072
  const content = {
    kind: 'person',
    serial,
    start: passMinute(3_627_360),
    hours: 336,
    site: 17,
    documentTail: '123X',
    label
  } as const
  const { signedBytes, seal } = preparePass(content, Uint8Array.of(1, 2, 3, 4))
  return {
    ...{ text: seal(signer(signedBytes)), kind: 'person', label, documentTail: '123X', serial, number, building },
    site: { number: 17, name: '凤凰国际小区', nameEn: 'Phoenix International' },
    realm: { name: '测量街道办事处', nameEn: 'Bench Subdistrict Office' },
    start: 1_795_478_400,
    end: 1_796_688_000,
    issuedAt: 1_795_474_923,
    door: `${1 + (number % 3)}-${1 + (number % 30)}0${1 + (number % 4)}`
  }
}
