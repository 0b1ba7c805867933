import { type Static, Type } from 'typebox'
import { Nullable } from './common.ts'

/** Every error that the API answers with: stable code → HTTP status. docs/errors.md explains each; ui/ has a sentence for each. */
export const PROBLEMS = {
  'bad-request': 400,
  'invalid-field': 400,
  'document-invalid': 400,
  'plate-invalid': 400,
  'name-invalid': 400,
  'label-too-long': 400,
  'validity-invalid': 400,
  'site-unknown': 400,
  'community-unknown': 400,
  'gate-unknown': 400,
  'grid-unknown': 400,
  'address-invalid': 400,
  'phone-invalid': 400,
  'password-weak': 400,
  'credit-code-invalid': 400,
  'commitment-needed': 400,
  'photo-invalid': 400,
  'push-invalid': 400,
  'signature-invalid': 401,
  'sign-in-failed': 401,
  'sign-in-needed': 401,
  'clock-wrong': 401,
  'not-allowed': 403,
  'employer-not-ready': 403,
  'device-revoked': 403,
  'not-found': 404,
  'code-invalid': 404,
  'link-invalid': 404,
  'name-taken': 409,
  'status-conflict': 409,
  'address-taken': 409,
  'document-taken': 409,
  'plate-taken': 409,
  'version-conflict': 409,
  'nothing-to-issue': 409,
  'nothing-to-survey': 409,
  'round-closed': 409,
  'second-person-needed': 403,
  'slot-conflict': 409,
  'volunteer-known': 409,
  'idempotency-conflict': 409,
  'policy-ended': 409,
  'already-set-up': 409,
  'last-administrator': 409,
  'work-state': 409,
  claimed: 409,
  'credit-code-taken': 409,
  'photo-not-asked': 409,
  'sample-needed': 409,
  'card-not-valid': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  internal: 500,
  'not-ready': 503,
  'storage-full': 507
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** RFC 9457 problem details. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.Unsafe<ProblemCode>({ type: 'string', enum: Object.keys(PROBLEMS) }),
  detail: Type.Optional(Type.String()),
  /** JSON Pointer (RFC 6901) of the field at fault. */
  path: Type.Optional(Nullable(Type.String())),
  requestId: Type.Optional(Type.String())
})
export type Problem = Static<typeof Problem>
