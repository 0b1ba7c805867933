import { CameraError, type CameraFailureCode } from './camera.ts'

// Names as given by getUserMedia (W3C Media Capture and Streams §10.3) and by older browsers.
const codes: readonly [RegExp, CameraFailureCode][] = [
  [/NotAllowedError|PermissionDeniedError|SecurityError/, 'permission-denied'],
  [/NotFoundError|DevicesNotFoundError|OverconstrainedError|ConstraintNotSatisfiedError/, 'no-camera'],
  [/NotReadableError|TrackStartError|AbortError/, 'in-use']
]

/** Gives a failure its code. Libraries pass the browser's error on as text, so its name is looked for there too. */
export function classifyFailure(error: unknown, isSecureContext: boolean): CameraError {
  if (error instanceof CameraError) return error
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  // Over plain http there are no media devices at all, whatever the error says.
  if (!isSecureContext) return new CameraError('insecure-context', message, { cause: error })
  const code = codes.find(([names]) => names.test(message))?.[1] ?? 'unknown'
  return new CameraError(code, message, { cause: error })
}
