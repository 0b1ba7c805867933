import type { CameraParts } from '../state/scan-camera.ts'

/** Camera and decoder are loaded apart from the first page: choosing a post needs neither. */
export async function loadCamera(onFailure: () => void): Promise<CameraParts> {
  const [{ camera }, { createFrameDecoder }] = await Promise.all([
    import('../camera/open-camera.ts'),
    import('../decode/frame-decoder.ts')
  ])
  return { camera, decoder: createFrameDecoder({ onFailure }) }
}
