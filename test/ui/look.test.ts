import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { type Reason, VERDICTS } from '../../shared/verify/reasons.ts'
import { modulePath } from '../../ui/qr/matrix.ts'
import { lookOf, SHAPES, type Shape, VERDICT_LOOKS } from '../../ui/verdict/look.ts'

const root = join(import.meta.dirname, '../..')
const css = readFileSync(join(root, 'ui/tokens.css'), 'utf8')
const [day = '', night = ''] = css.split('@media (prefers-color-scheme: dark)')
const token = (sheet: string, name: string): string | undefined => new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`).exec(sheet)?.[1]

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
/** Colour of a theme; the night theme takes over what it does not change. */
const colour = (theme: 'day' | 'night', name: string): string => {
  const found = (theme === 'night' ? token(night, name) : undefined) ?? token(day, name)
  if (found === undefined) throw new RangeError(`no token ${name}`)
  return found
}

t.test('verdicts have a contrast of at least 7:1 in both themes', async t => {
  for (const verdict of ['pass', 'check', 'stop', 'heat', 'night', 'wait']) {
    for (const theme of ['day', 'night'] as const) {
      const ratio = contrast(colour(theme, `verdict-${verdict}-back`), colour(theme, `verdict-${verdict}-ink`))
      t.ok(ratio >= 7, `${verdict} by ${theme}: ${ratio.toFixed(1)}`)
    }
  }
})

const gateNight = readFileSync(join(root, 'scanner/night.css'), 'utf8')
const parts = (hex: string): number[] => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))

t.test('the gate by night is dim and free of red, and still has a contrast of 7:1', async t => {
  for (const name of ['pass', 'check', 'stop', 'heat', 'night']) {
    const [back, ink] = [token(gateNight, `verdict-${name}-back`), token(gateNight, `verdict-${name}-ink`)]
    if (back === undefined || ink === undefined) throw new RangeError(`${name} has no colours by night`)
    const ratio = contrast(back, ink)
    t.ok(ratio >= 7, `${name}: ${ratio.toFixed(1)}`)
    t.ok(luminance(back) < 0.02, `${name}: a dark field`)
  }
  for (const [, name = '', hex = ''] of gateNight.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)) {
    const [red = 0, green = 0, blue = 0] = parts(hex)
    t.ok(red <= Math.max(green, blue), `${name} is not red`)
    t.ok(luminance(hex) < 0.75, `${name} is no glare`)
  }
  for (const [back, ink] of [
    ['gate-back', 'gate-ink'],
    ['gate-back', 'gate-soft'],
    ['gate-back', 'gate-warning'],
    ['surface', 'ink'],
    ['error-back', 'error-ink'],
    ['warn-back', 'warn-ink'],
    ['resident-back', 'resident-ink']
  ] as const) {
    const ratio = contrast(token(gateNight, back) ?? '#000000', token(gateNight, ink) ?? '#000000')
    t.ok(ratio >= 7, `${ink} on ${back}: ${ratio.toFixed(1)}`)
  }
})

t.test('text has a contrast of at least 4.5:1 on every ground that it stands on', async t => {
  const pairs = [
    ['paper', 'ink'],
    ['paper', 'ink-soft'],
    ['surface', 'ink'],
    ['surface', 'ink-soft'],
    ['surface-sunk', 'ink-soft'],
    ['surface', 'accent'],
    ['paper', 'accent'],
    ['accent-soft', 'accent'],
    ['accent', 'accent-ink'],
    ['surface', 'danger'],
    ['paper', 'danger'],
    ['danger', 'danger-ink'],
    ['info-back', 'info-ink'],
    ['warn-back', 'warn-ink'],
    ['error-back', 'error-ink']
  ] as const
  for (const theme of ['day', 'night'] as const) {
    for (const [back, ink] of pairs) {
      const ratio = contrast(colour(theme, back), colour(theme, ink))
      t.ok(ratio >= 4.5, `${ink} on ${back} by ${theme}: ${ratio.toFixed(1)}`)
    }
  }
})

t.test('no verdict is told by colour alone', async t => {
  const shapes = VERDICTS.map(verdict => VERDICT_LOOKS[verdict].shape)
  t.equal(new Set(shapes).size, VERDICTS.length)
})

t.test('what to do is told by a shape: where the headline asks for something of its own, it has its own', async t => {
  const shapes = new Map<Reason, Shape>([
    ['REVOKED', 'cross'],
    ['HELD', 'exclamation'],
    ['FEVER', 'thermometer'],
    ['TEMP', 'thermometer'],
    ['EXPIRED', 'clock'],
    ['NOT_YET', 'clock'],
    ['WRONG_SITE', 'house'],
    ['NIGHT', 'moon']
  ])
  for (const [reason, shape] of shapes) {
    t.equal(lookOf(reason === 'REVOKED' ? 'STOP' : 'CHECK', reason).shape, shape, reason)
    t.equal(lookOf('PASS', reason).shape, 'tick', `${reason} that is let through`)
  }
  t.strictSame([...new Set([...shapes.values(), 'tick'])].sort(), [...SHAPES].sort(), 'every shape is used')
})

t.test('the pass in the resident’s hand has no verdict colour and no tick', async t => {
  for (const folder of ['portal', 'console', 'ui']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(tsx?|css|svg)$/.test(file)) continue
      const source = readFileSync(join(root, folder, file), 'utf8')
      t.notMatch(source, /[✓✔☑✅]/u, `${folder}/${file}`)
      if (folder === 'portal') t.notMatch(source, /verdict|green/i, `portal/${file}`)
    }
  }
})

t.test('a symbol is drawn module by module, a run of a row at a time', async t => {
  const rows = ['110', '000', '101']
  t.equal(
    modulePath(3, (row, column) => rows[row]?.[column] === '1'),
    'M0 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z'
  )
  t.equal(
    modulePath(2, () => true),
    'M0 0h2v1h-2zM0 1h2v1h-2z',
    'a run ends with the row'
  )
  t.equal(
    modulePath(2, () => false),
    ''
  )
})
