import type { CameraChoice, Facing } from './camera.ts'

const rear = /back|rear|environment|后|後/i
const front = /front|user|face ?time|前/i

/** Which way a camera looks, from its name; null when the name does not tell. */
export function facingOf(label: string): Facing | null {
  if (rear.test(label)) return 'environment'
  return front.test(label) ? 'user' : null
}

// Lower is better. iPhones: the joined cameras change to the lens that can focus on a near code, the plain wide one of the
// newer models cannot below 15–20 cm; the ultra-wide alone makes codes small and the telephoto focuses from afar only.
const lenses: readonly [RegExp, number][] = [
  [/triple|三(镜|鏡|摄|攝)/i, 0],
  [/dual wide|双广角|雙廣角/i, 1],
  [/ultra ?wide|超广角|超廣角|macro|微距/i, 8],
  [/tele|长焦|長焦|望远|望遠/i, 9],
  [/desk view|depth|infrared|\bir\b|virtual/i, 10]
]
const plainLens = 2

/**
 * The main camera that looks the given way, or null when the names do not tell it from the others.
 * Android numbers its cameras ("camera2 0, facing back") and the main one comes first, whichever the browser would take.
 */
export function chooseMainCamera(choices: readonly CameraChoice[], facing: Facing): CameraChoice | null {
  const candidates = choices.filter(choice => choice.facing === facing)
  return candidates.toSorted((a, b) => rank(a) - rank(b) || numberOf(a) - numberOf(b))[0] ?? null
}

function rank({ label }: CameraChoice): number {
  return lenses.find(([name]) => name.test(label))?.[1] ?? plainLens
}

function numberOf({ label }: CameraChoice): number {
  return Number(/camera\d? (\d+)/i.exec(label)?.[1] ?? 0)
}
