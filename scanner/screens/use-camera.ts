import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Camera, CameraError, type CameraFailureCode } from '../camera/camera.ts'
import type { FrameDecoder } from '../decode/frame-decoder.ts'

export type CameraView = {
  readonly isRunning: boolean
  readonly failure: CameraFailureCode | 'decoder-broken' | null
  readonly hasTorch: boolean
  readonly isTorchOn: boolean
  toggleTorch(): void
  retry(): void
  decodeFile(file: Blob): Promise<string | null>
}

/** 720p: what a code at arm's length needs, and what slow phones still deliver. */
const IDEAL = { width: 1280, height: 720 }

/** The camera in `host` for as long as the screen is there, every text that it reads told to `onText`. */
export function useCamera(host: RefObject<HTMLElement | null>, onText: (text: string) => void): CameraView {
  const [attempt, setAttempt] = useState(0)
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<CameraView['failure']>(null)
  const [hasTorch, setHasTorch] = useState(false)
  const [isTorchOn, setTorchOn] = useState(false)
  const parts = useRef<{ camera: Camera | null; decoder: Promise<FrameDecoder> | null }>({ camera: null, decoder: null })
  const latest = useRef(onText)
  latest.current = onText

  const decoderOf = (): Promise<FrameDecoder> => {
    parts.current.decoder ??= import('../decode/frame-decoder.ts').then(({ createFrameDecoder }) =>
      createFrameDecoder({ onFailure: () => setFailure('decoder-broken') })
    )
    return parts.current.decoder
  }

  useEffect(() => {
    let ended = false
    const open = async (): Promise<void> => {
      const [{ createCamera }, { html5Driver }, { browserPage }, decoder] = await Promise.all([
        import('../camera/create-camera.ts'),
        import('../camera/html5-driver.ts'),
        import('./browser-page.ts'),
        decoderOf()
      ])
      if (ended || host.current === null) return
      const camera = createCamera(html5Driver, browserPage())
      parts.current.camera = camera
      const watch = (video: HTMLVideoElement): void => {
        setRunning(true)
        decoder.start(video, text => latest.current(text))
      }
      const video = await camera.open(host.current, {
        facing: 'environment',
        ideal: IDEAL,
        onReopen: watch,
        onFailure: ({ code }) => setFailure(code)
      })
      setHasTorch(camera.torchAvailable())
      watch(video)
    }
    open().catch(error => {
      if (ended) return
      console.error(error)
      setFailure(error instanceof CameraError ? error.code : 'unknown')
    })
    return () => {
      ended = true
      setRunning(false)
      void parts.current.camera?.close()
      void parts.current.decoder?.then(decoder => decoder.close())
      parts.current = { camera: null, decoder: null }
    }
  }, [attempt])

  return {
    isRunning,
    failure,
    hasTorch,
    isTorchOn,
    toggleTorch: () => void parts.current.camera?.torch(!isTorchOn).then(done => setTorchOn(done ? !isTorchOn : isTorchOn)),
    retry: () => {
      setFailure(null)
      setAttempt(attempt + 1)
    },
    decodeFile: async file => (await decoderOf()).decodeFile(file)
  }
}
