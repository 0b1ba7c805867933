import type { Verdict } from '../../shared/verify/reasons.ts'
import { preferences } from './preferences.ts'

/** Beeps as [hertz, milliseconds]; 0 Hz is a pause. Told apart by rhythm, not by pitch alone. */
export const TONES: Readonly<Record<Verdict | 'held-back', readonly (readonly [number, number])[]>> = {
  PASS: [[1046, 120]],
  CHECK: [
    [660, 150],
    [0, 90],
    [660, 150]
  ],
  STOP: [
    [220, 450],
    [0, 80],
    [220, 450]
  ],
  'held-back': [
    [440, 60],
    [0, 60],
    [440, 60],
    [0, 60],
    [440, 60]
  ]
}
export const VIBRATIONS: Readonly<Record<keyof typeof TONES, number[]>> = {
  PASS: [60],
  CHECK: [120, 80, 120],
  STOP: [500, 100, 500],
  'held-back': [40, 60, 40, 60, 40]
}

let audio: AudioContext | null = null

/** Browsers allow sound only after a touch; the post screen's button is one. */
export function allowSound(): void {
  audio ??= 'AudioContext' in window ? new AudioContext() : null
  void audio?.resume()
}

/** Sound and vibration; a phone that has only one of them, or neither, still shows the verdict. */
export function signal(verdict: keyof typeof TONES): void {
  navigator.vibrate?.(VIBRATIONS[verdict])
  if (audio === null || preferences.sound.value === 'off') return
  let at = audio.currentTime
  for (const [hertz, ms] of TONES[verdict]) {
    if (hertz > 0) {
      const tone = new OscillatorNode(audio, { frequency: hertz, type: verdict === 'STOP' ? 'square' : 'sine' })
      tone.connect(audio.destination)
      tone.start(at)
      tone.stop(at + ms / 1000)
    }
    at += ms / 1000
  }
}
