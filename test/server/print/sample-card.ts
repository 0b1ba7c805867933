import type { CardKind, CardModel } from '../../../server/print/card-model.ts'
import { PREFIX, preparePass } from '../../../shared/pass/codec.ts'
import type { PassContent } from '../../../shared/pass/payload.ts'
import { passMinute } from '../../../shared/time.ts'

export const KINDS: readonly CardKind[] = ['person', 'work', 'vehicle', 'visitor', 'household', 'duty', 'drill']

/** A text of the pass alphabet with this many characters in all. */
export const textOf = (length: number): string =>
  PREFIX + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-.:'.repeat(8).slice(0, length - PREFIX.length)

/** The text of a pass as it is issued; its signature is no signature, which a printer cannot tell. */
export function passText(content: Partial<PassContent> = {}): string {
  const pass: PassContent = {
    kind: 'person',
    serial: 123456,
    start: passMinute(3_627_360),
    hours: 336,
    site: 17,
    documentTail: content.kind === 'vehicle' ? null : '123X',
    label: '陈*明',
    ...content
  }
  const signature = Uint8Array.from({ length: 64 }, (_, index) => (index * 37 + 11) & 255)
  return preparePass(pass, Uint8Array.of(1, 2, 3, 4)).seal(signature)
}

/** A person's card, valid from 2026-11-24 08:00 to 2026-12-08 08:00 in China. */
export const cardOf = (changes: Partial<CardModel> = {}): CardModel => ({
  text: passText(),
  kind: 'person',
  label: '陈*明',
  documentTail: '123X',
  site: { number: 17, name: '凤凰国际小区', nameEn: 'Phoenix International' },
  realm: { name: '济南高新区舜华路街道办事处', nameEn: 'Shunhua Road Subdistrict Office, Jinan High-tech Zone' },
  start: 1_795_478_400,
  end: 1_796_688_000,
  serial: 123456,
  issuedAt: 1_795_474_923,
  ...changes
})
