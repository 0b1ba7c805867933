/** Tells of every picture that a video shows until the returned function is called. `presentedAtMs` is on the clock of `performance.now()`. */
export function watchVideoFrames(video: HTMLVideoElement, onFrame: (presentedAtMs: number) => void): () => void {
  // Older browsers lack it, whatever the types say.
  return typeof video.requestVideoFrameCallback === 'function' ? watchPresented(video, onFrame) : watchPainted(video, onFrame)
}

function watchPresented(video: HTMLVideoElement, onFrame: (presentedAtMs: number) => void): () => void {
  const next = () =>
    video.requestVideoFrameCallback((_, { presentationTime }) => {
      handle = next()
      onFrame(presentationTime)
    })
  let handle = next()
  return () => video.cancelVideoFrameCallback(handle)
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
