/** How long a video may play on before a browser that promised to tell of its pictures is taken to have forgotten it. */
const SILENCE_MS = 1_000

/** Tells of every picture that a video shows until the returned function is called. `presentedAtMs` is on the clock of `performance.now()`. */
export function watchVideoFrames(video: HTMLVideoElement, onFrame: (presentedAtMs: number) => void): () => void {
  // Older browsers lack it, whatever the types say.
  return typeof video.requestVideoFrameCallback === 'function' ? watchPresented(video, onFrame) : watchPainted(video, onFrame)
}

/**
 * Some WebKits have the call and never make it for a camera's stream. A gate whose picture lives and reads nothing would
 * be the worst of all: then the screen's own refresh is followed instead.
 */
function watchPresented(video: HTMLVideoElement, onFrame: (presentedAtMs: number) => void): () => void {
  let told = true
  let before = video.currentTime
  const next = () =>
    video.requestVideoFrameCallback((_, { presentationTime }) => {
      told = true
      handle = next()
      onFrame(presentationTime)
    })
  let handle = next()
  let stop = (): void => {
    clearInterval(silence)
    video.cancelVideoFrameCallback(handle)
  }
  const silence = setInterval(() => {
    const moved = video.currentTime !== before
    before = video.currentTime
    if (told || !moved) {
      told = false
      return
    }
    stop()
    stop = watchPainted(video, onFrame)
  }, SILENCE_MS)
  return () => stop()
}

/** Looks once a screen refresh whether the video has moved on. */
function watchPainted(video: HTMLVideoElement, onFrame: (presentedAtMs: number) => void): () => void {
  let seen = -1
  const next = () =>
    requestAnimationFrame(now => {
      handle = next()
      if (video.currentTime === seen || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return
      seen = video.currentTime
      onFrame(now)
    })
  let handle = next()
  return () => cancelAnimationFrame(handle)
}
