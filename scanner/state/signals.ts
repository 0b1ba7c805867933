import type { Verdict } from '../../shared/verify/reasons.ts'

/** Beeps as [hertz, milliseconds]; 0 Hz is a pause. Told apart by rhythm, not by pitch alone. */
const TONES: Readonly<Record<Verdict, readonly (readonly [number, number])[]>> = {
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
  ]
}
const VIBRATIONS: Readonly<Record<Verdict, number[]>> = { PASS: [60], CHECK: [120, 80, 120], STOP: [500, 100, 500] }

let audio: AudioContext | null = null

/** Browsers allow sound only after a touch; the post screen's button is one. */
export function allowSound(): void {
  audio ??= 'AudioContext' in window ? new AudioContext() : null
  void audio?.resume()
}

export function signalVerdict(verdict: Verdict): void {
  navigator.vibrate?.(VIBRATIONS[verdict])
  if (audio === null) return
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
