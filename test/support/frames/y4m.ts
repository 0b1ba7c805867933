import { closeSync, openSync, writeSync } from 'node:fs'
import type { Luma } from '../../../scanner/decode/image/luma.ts'

export interface Y4mWriter {
  /** Adds one frame. Its size must be the file's. */
  add(picture: Luma): void
  close(): void
}

/** Writes grey pictures as uncompressed 4:2:0 video, the form that browsers take for a fake camera. */
export function openY4m(path: string, width: number, height: number, framesPerSecond: number): Y4mWriter {
  const file = openSync(path, 'w')
  writeSync(file, `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420mpeg2\n`)
  const colourless = new Uint8Array((width * height) / 2).fill(128)
  return {
    add(picture) {
      if (picture.width !== width || picture.height !== height)
        throw new RangeError(`${picture.width}×${picture.height} in ${path}`)
      writeSync(file, 'FRAME\n')
      writeSync(file, picture.data)
      writeSync(file, colourless)
    },
    close: () => closeSync(file)
  }
}
