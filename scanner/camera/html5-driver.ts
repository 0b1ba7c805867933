import type { Html5Qrcode } from 'html5-qrcode'
import { type CameraChoice, CameraError, type Zoom } from './camera.ts'
import type { CameraDriver, CameraSession, WantedCamera } from './camera-driver.ts'
import { facingOf } from './choose-camera.ts'

// A camera that was granted shows its first picture within a second or two; cold phones take longer.
const firstPictureMs = 10_000

// What it would decode with: we read the frames ourselves, from the same video.
const idleDecoder = {
  decodeAsync: () => Promise.reject(new Error('idle')),
  decodeRobustlyAsync: () => Promise.reject(new Error('idle'))
}

let hosts = 0

export const fetchCameraLibrary = () => import('html5-qrcode')

/** Cameras through html5-qrcode, of which only this file knows. It is fetched when the first camera is wanted. */
export const html5Driver: CameraDriver = {
  async list() {
    const known = await knownCameras()
    if (known.length > 0) return known
    const { Html5Qrcode } = await fetchCameraLibrary()
    return (await Html5Qrcode.getCameras()).map(({ id, label }) => choice(id, label))
  },
  known: knownCameras,
  start
}

function choice(id: string, label: string): CameraChoice {
  return { id, label, facing: facingOf(label) }
}

async function knownCameras(): Promise<CameraChoice[]> {
  // Absent over plain http, whatever the types say.
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? []
  return devices
    .filter(({ kind, label }) => kind === 'videoinput' && label !== '')
    .map(({ deviceId, label }) => choice(deviceId, label))
}

async function start(host: HTMLElement, wanted: WantedCamera): Promise<CameraSession> {
  const { Html5Qrcode, Html5QrcodeSupportedFormats } = await fetchCameraLibrary()
  const root = document.createElement('div')
  root.id = `camera-${hosts++}`
  root.style.width = '100%'
  root.style.height = '100%'
  host.append(root)
  const scanner = new Html5Qrcode(root.id, {
    verbose: false,
    formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE],
    useBarCodeDetectorIfSupported: false
  })
  Object.assign(scanner, { qrcode: idleDecoder })
  try {
    await scanner.start(
      { facingMode: 'environment' },
      { fps: 0.2, disableFlip: true, videoConstraints: constraints(wanted) },
      ignore,
      ignore
    )
    return await openSession(scanner, root, wanted)
  } catch (error) {
    await stop(scanner, root)
    throw error
  }
}

function ignore(): void {}

function constraints({ camera, ideal }: WantedCamera): MediaTrackConstraints {
  const size = { width: { ideal: ideal.width }, height: { ideal: ideal.height } }
  return 'deviceId' in camera
    ? { ...size, deviceId: { exact: camera.deviceId } }
    : { ...size, facingMode: { ideal: camera.facing } }
}

async function openSession(scanner: Html5Qrcode, root: HTMLElement, { onEnded }: WantedCamera): Promise<CameraSession> {
  const video = root.querySelector('video')
  const track = (video?.srcObject as MediaStream | null)?.getVideoTracks()[0]
  if (!video || !track) throw new CameraError('unknown', 'the camera started without a picture')
  // It throws out of these when a video is taken away, where nobody can catch it.
  video.onabort = null
  video.onerror = null
  Object.assign(video.style, { width: '100%', height: '100%', objectFit: 'cover' })
  await firstPicture(video)
  track.addEventListener('ended', onEnded, { once: true })
  const capabilities = scanner.getRunningTrackCameraCapabilities()
  const torch = capabilities.torchFeature()
  return {
    video,
    deviceId: track.getSettings().deviceId ?? null,
    hasTorch: torch.isSupported(),
    async setTorch(on) {
      if (!torch.isSupported()) return false
      // A refusal shows in the value; phones that do not report one are believed.
      await torch.apply(on).catch(ignore)
      return torch.value() !== !on
    },
    zoom: () => currentZoom(capabilities.zoomFeature()),
    async setZoom(value) {
      const zoom = capabilities.zoomFeature()
      const range = currentZoom(zoom)
      // A refusal leaves the zoom as it is, which the next look at it shows.
      if (range) await zoom.apply(Math.max(range.min, Math.min(range.max, value))).catch(ignore)
    },
    stop() {
      track.removeEventListener('ended', onEnded)
      return stop(scanner, root)
    }
  }
}

type ZoomFeature = ReturnType<ReturnType<Html5Qrcode['getRunningTrackCameraCapabilities']>['zoomFeature']>

function currentZoom(feature: ZoomFeature): Zoom | null {
  if (!feature.isSupported()) return null
  return { min: feature.min(), max: feature.max(), step: feature.step(), value: feature.value() ?? feature.min() }
}

function firstPicture(video: HTMLVideoElement): Promise<void> {
  // HAVE_CURRENT_DATA
  if (video.readyState >= 2) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CameraError('in-use', 'the camera gives no picture')), firstPictureMs)
    video.addEventListener(
      'loadeddata',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true }
    )
  })
}

/** Stops whatever was started. The library's own stop fails half-way when the picture never came; the camera must still go dark. */
async function stop(scanner: Html5Qrcode, root: HTMLElement): Promise<void> {
  const stream = root.querySelector('video')?.srcObject as MediaStream | null | undefined
  try {
    await scanner.stop()
  } catch {
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
  root.remove()
}
