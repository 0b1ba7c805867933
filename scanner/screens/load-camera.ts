import type { FrameDecoder } from '../decode/frame-decoder.ts'
import type { CameraParts } from '../state/scan-camera.ts'

/** A decoder that was started before anybody asked for it; whoever takes it is told of its end. */
type Warm = { readonly decoder: FrameDecoder; onFailure: () => void }

const openCamera = () => import('../camera/open-camera.ts')
const frameDecoder = () => import('../decode/frame-decoder.ts')
let warm: Promise<Warm> | null = null

/** Gets camera and decoder ready while the log is still being looked through: a phone that has a post will need them. */
export function warmCamera(): void {
  warm ??= startDecoder()
  warm.catch(() => {
    warm = null // tried again when it is needed
  })
  openCamera()
    .then(({ fetchCameraLibrary }) => fetchCameraLibrary())
    .catch(console.error)
}

async function startDecoder(): Promise<Warm> {
  const { createFrameDecoder } = await frameDecoder()
  const dropWarm = (): void => {
    warm = null // it died before anybody took it: whoever comes gets a fresh one
  }
  const started: Warm = { decoder: createFrameDecoder({ onFailure: () => started.onFailure() }), onFailure: dropWarm }
  return started
}

/** Camera and decoder are loaded apart from the first page: choosing a post needs neither. */
export async function loadCamera(onFailure: () => void): Promise<CameraParts> {
  const starting = warm ?? startDecoder()
  warm = null // one that was closed serves nobody again
  const [{ camera }, started] = await Promise.all([openCamera(), starting])
  started.onFailure = onFailure
  return { camera, decoder: started.decoder }
}
