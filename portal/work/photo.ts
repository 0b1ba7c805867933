import { cleanJpeg } from '../../shared/work/photo.ts'
import { WORK_LIMITS } from '../../shared/work/limits.ts'

export type PhotoFault = 'not-a-picture' | 'pdf' | 'file-too-large' | 'cannot-shrink'
export type PhotoResult = { readonly ok: true; readonly photo: Blob } | { readonly ok: false; readonly fault: PhotoFault }

/** No phone's camera makes more; a larger file would only fill the memory of a cheap phone. */
const FILE_BYTES = 40_000_000
/** Longest side in pixels and quality, tried in this order until the limit holds: a document stays readable at 1,200. */
const TRIES: readonly (readonly [side: number, quality: number])[] = [
  [1_600, 0.8],
  [1_600, 0.6],
  [1_200, 0.6],
  [1_000, 0.5]
]

const startsWith = (bytes: Uint8Array, text: string): boolean => [...text].every((char, at) => bytes[at] === char.charCodeAt(0))

/** What a file is by its first bytes; its name is not asked. null: may be a picture. */
export function faultOfFile(size: number, head: Uint8Array): PhotoFault | null {
  if (startsWith(head, '%PDF')) return 'pdf'
  if (size > FILE_BYTES) return 'file-too-large'
  return size === 0 || startsWith(head, 'PK') || startsWith(head, '<') ? 'not-a-picture' : null
}

/**
 * A photo drawn anew as JPEG of at most 2 MB: upright, without place, time and owner that the camera wrote into it. Anything
 * that the browser cannot draw is refused with its reason.
 */
export async function reencode(file: Blob): Promise<PhotoResult> {
  const fault = faultOfFile(file.size, new Uint8Array(await file.slice(0, 8).arrayBuffer()))
  if (fault !== null) return { ok: false, fault }
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (picture === null) return { ok: false, fault: 'not-a-picture' }
  try {
    for (const [side, quality] of TRIES) {
      const clean = await drawn(picture, side, quality)
      if (clean !== null) return { ok: true, photo: clean }
    }
    return { ok: false, fault: 'cannot-shrink' }
  } finally {
    picture.close()
  }
}

/** null: too large, or the browser made no JPEG. */
async function drawn(picture: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.fillStyle = '#fff' // behind a transparent picture
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (blob === null || blob.size > WORK_LIMITS.photoBytes) return null
  const clean = cleanJpeg(new Uint8Array(await blob.arrayBuffer()))
  return clean.ok ? new Blob([clean.value as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }) : null
}
