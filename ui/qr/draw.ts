import { modulePath } from './matrix.ts'

export type Drawn = { readonly text: string; readonly size: number; readonly path: string }

/** At level M. `alphanumeric`: all of the text is of that set, and nobody has to look for a shorter mix of modes. */
export async function drawQr(text: string, mode?: 'alphanumeric'): Promise<Drawn> {
  const { create } = await import('qrcode')
  const { modules } = create(mode === undefined ? text : [{ data: text, mode }], { errorCorrectionLevel: 'M' })
  return { text, size: modules.size, path: modulePath(modules.size, (row, column) => modules.get(row, column) === 1) }
}
