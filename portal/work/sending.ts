import { signal } from '@preact/signals'
import type { Answer, Failure } from '../../ui/api/client.ts'
import { replaceAddress, route } from '../state/location.ts'
import { answerWork, askWork, confirmInvitation, submitNew } from './api.ts'
import type { WorkDraft } from './draft.ts'
import { draftOf, drafts, forgetDraft, keepDraft, keepWork, workOf, type WorkProof } from './kept.ts'
import { deliverPhotos } from './photos.ts'
import { sendUntilAnswered } from './submission.ts'

/** How far the sending of a form is, by draft; missing: nothing is on its way. */
export type Sending = { readonly tries: number; readonly failure: Failure | null }
export const sending = signal<Readonly<Record<string, Sending>>>({})
/** Why the service took a form not. */
export const refusals = signal<Readonly<Record<string, Failure>>>({})
/** Applications of this visit, to greet with what to do next. */
export const justSent = signal<string | null>(null)

/** How the clerk's forms are sent; the employer's page sets it, so that workers do not load its code. */
let postForClerk: ((draft: WorkDraft, body: string) => Promise<Answer<{ number: string }>>) | null = null
export const setClerkPost = (post: NonNullable<typeof postForClerk>): void => {
  postForClerk = post
}
export const doneClerk = signal<string | null>(null)

const stops = new Map<string, () => void>()

async function post(draft: WorkDraft, body: string): Promise<Answer<{ number: string }>> {
  const { mode, secret } = draft
  const parsed: object = JSON.parse(body)
  if (mode.kind === 'invited') return confirmInvitation({ number: mode.number, secret: mode.link }, { ...parsed, secret })
  if (mode.kind === 'answer') return answered({ number: mode.number, secret }, parsed)
  if (mode.kind === 'clerk') {
    if (postForClerk === null) throw new Error('the employer’s page is not there')
    return postForClerk(draft, body)
  }
  return submitNew({ ...parsed, secret })
}

/** An answer whose own answer was lost had arrived if the question is no longer open. */
async function answered(proof: WorkProof, body: object): Promise<Answer<{ number: string }>> {
  const answer = await answerWork(proof, body as never)
  if (answer.ok || answer.failure.code !== 'work-state') return answer
  const now = await askWork(proof)
  return now.ok && HAS_ANSWER.has(now.value.state) ? now : answer
}
const HAS_ANSWER: ReadonlySet<string> = new Set(['submitted', 'under-review', 'approved', 'issued'])

/** Sends a form with this body until it is answered; once a form at a time. */
export async function send(key: string, body: string): Promise<void> {
  const draft = draftOf(key)
  if (draft === null || stops.has(key)) return
  const bodies = [...draft.sent.filter(one => one !== body), body]
  keepDraft({ ...draft, sent: bodies, isSending: true })
  note(refusals, key, null)
  note(sending, key, { tries: 0, failure: null })
  let isStopped = false
  const wait = (seconds: number): Promise<boolean> =>
    new Promise(resolve => {
      const go = (): void => {
        clearTimeout(timer)
        removeEventListener('online', go)
        resolve(!isStopped)
      }
      const timer = setTimeout(go, seconds * 1000)
      addEventListener('online', go)
      stops.set(key, () => {
        isStopped = true
        go()
      })
    })
  stops.set(key, () => {
    isStopped = true
  })
  const outcome = await sendUntilAnswered(bodies, {
    post: one => post(draft, one),
    wait,
    onTry: (tries, failure) => note(sending, key, { tries, failure })
  })
  stops.delete(key)
  note(sending, key, null)
  if (outcome.kind === 'answered') return arrived(draft, outcome.value.number)
  if (outcome.kind === 'refused') note(refusals, key, outcome.failure)
  const present = draftOf(key)
  if (present !== null) keepDraft({ ...present, isSending: false })
}

export const stopSending = (key: string): void => stops.get(key)?.()

/** What was on its way when the page was closed goes on. The clerk's go on with the employer's page. */
export function resumeSending(kinds: readonly string[] = ['new', 'invited', 'answer']): void {
  for (const { key, isSending, sent, mode } of drafts.value.value) {
    const body = sent.at(-1)
    if (isSending && body !== undefined && kinds.includes(mode.kind)) void send(key, body)
  }
}

function arrived({ key, secret, mode, fields }: WorkDraft, number: string): void {
  const at = route.value
  const isShown = (at.page === 'work' || at.page === 'employer') && at.path.endsWith(`form/${key}`)
  if (mode.kind === 'clerk') {
    doneClerk.value = number
    forgetDraft(key)
    if (isShown) replaceAddress(`#/employer/${mode.employer}`)
    return
  }
  keepWork({ number, secret, name: fields.name.trim() || (workOf(number)?.name ?? '') })
  forgetDraft(key)
  void deliverPhotos({ number, secret }).catch(console.error)
  if (mode.kind !== 'answer') justSent.value = number
  if (isShown) replaceAddress(`#/work/${number}`)
}

function note<T>(all: { value: Readonly<Record<string, T>> }, key: string, one: T | null): void {
  const { [key]: _, ...others } = all.value
  all.value = one === null ? others : { ...others, [key]: one }
}
