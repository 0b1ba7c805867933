import t from 'tap'
import { renderPng } from '../../../server/print/render-png.ts'
import { symbol } from '../../../server/print/index.ts'
import { symbolMatrix, symbolPng, symbolSvg } from '../../../server/print/symbol.ts'
import { chunksOf, readByJsqr, readByZxing, readPixels } from './read-png.ts'
import { passText, textOf } from './sample-card.ts'

t.test('154 characters are the most that version 6-M holds, and they make 8-Q', t => {
  t.match(symbolMatrix(textOf(154), 'M'), { version: 6, size: 41 })
  t.match(symbolMatrix(textOf(154), 'Q'), { version: 8, size: 49 })
  t.equal(symbolMatrix(textOf(155), 'M').version, 7)
  t.equal(symbolMatrix(textOf(20), 'M').version, 1, 'the version is the smallest that fits')
  t.end()
})

t.test('passes of persons and of ordinary and new-energy plates are version 6 on phones and 8 on paper', t => {
  const passes = [
    passText({ label: '陈*' }),
    passText({ label: '陈*明' }),
    passText({ label: '欧**月' }),
    passText({ kind: 'vehicle', label: '鲁A12345' }),
    passText({ kind: 'vehicle', label: '鲁AD12345' })
  ]
  for (const text of passes) {
    t.equal(symbolMatrix(text, 'M').version, 6, text)
    t.equal(symbolMatrix(text, 'Q').version, 8, text)
  }
  t.end()
})

t.test('a text that is no pass is refused, whatever a symbol could hold', t => {
  for (const text of ['', 'CP2:AB', 'AB', 'CP1:ab', 'CP1:A B', 'CP1:A%B', 'CP1:A+B', 'CP1:A/B', 'https://a.example/CP1:'])
    t.throws(() => symbolMatrix(text, 'M'), RangeError, text)
  t.end()
})

t.test('two other decoders read the PNG of every level back', async t => {
  for (const level of ['M', 'Q'] as const) {
    const text = passText()
    const png = await symbol(text, { format: 'png', level })
    const version = level === 'M' ? 6 : 8
    t.match(await readByZxing(png), { text, ecLevel: level, version: String(version), symbologyIdentifier: ']Q1' })
    t.same(readByJsqr(png), { text, version })
  }
})

t.test('the longest label still makes a symbol that other decoders read', async t => {
  const text = passText({ label: 'W'.repeat(40) })
  const png = await symbol(text, { format: 'png', level: 'Q' })
  t.equal((await readByZxing(png))?.text, text)
  t.equal(readByJsqr(png)?.text, text)
})

t.test('the PNG is one bit a pixel and has the module size and the quiet zone that were asked for', t => {
  const text = textOf(154)
  for (const [moduleSize, quietZone] of [
    [1, 0],
    [3, 4],
    [8, 2]
  ] as const) {
    const png = symbolPng(text, 'M', { moduleSize, quietZone })
    const header = chunksOf(png).get('IHDR')
    t.same([header?.[8], header?.[9]], [1, 0], 'bit depth and colour type')
    const { width, height, data } = readPixels(png)
    t.same([width, height], [(41 + 2 * quietZone) * moduleSize, (41 + 2 * quietZone) * moduleSize])
    const { modules } = symbolMatrix(text, 'M')
    const isDark = (x: number, y: number): boolean => {
      const [column, row] = [Math.floor(x / moduleSize) - quietZone, Math.floor(y / moduleSize) - quietZone]
      return column >= 0 && row >= 0 && column < 41 && row < 41 && modules[row * 41 + column] === 1
    }
    let wrong = 0
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) if ((data[4 * (y * width + x)] === 0) !== isDark(x, y)) wrong++
    t.equal(wrong, 0, 'every pixel is that of its module')
  }
  t.end()
})

t.test('the SVG holds the quiet zone and is read back by other decoders', async t => {
  const text = passText()
  const svg = symbolSvg(text, 'M', { quietZone: 4 })
  t.match(svg, 'viewBox="0 0 49 49"')
  t.match(symbolSvg(text, 'M', { quietZone: 1 }), 'viewBox="0 0 43 43"')
  t.equal(Buffer.from(await symbol(text, { format: 'svg', level: 'M' })).toString(), svg, 'four modules unless told otherwise')
  const png = await renderPng(svg.replace('<svg ', '<svg width="392" height="392" '))
  t.match(await readByZxing(png), { text, version: '6' })
  t.same(readByJsqr(png), { text, version: 6 })
})
