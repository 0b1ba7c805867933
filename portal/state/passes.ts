import { signal } from '@preact/signals'
import type { MyPass } from '../../shared/schema/passes.ts'
import { type Answer, type Failure, request } from '../../ui/api/client.ts'
import { type KeptPass, readKept, withPass } from './kept-pass.ts'
import type { PassLink } from './route.ts'

const STORED_AS = 'checkpoint.passes'

/** The passes on this phone, in the order in which they were added. */
export const passes = signal<readonly KeptPass[]>([])
/** False where the browser refuses to keep anything. */
export const isKept = signal(true)

export function loadPasses(): void {
  try {
    passes.value = readKept(localStorage.getItem(STORED_AS))
  } catch {
    isKept.value = false // storage is closed: a private window, or forbidden by the owner
  }
  addEventListener('storage', event => {
    if (event.key === STORED_AS) passes.value = readKept(event.newValue)
  })
}

/** Fetches the pass of a link and keeps it. */
export async function addPass(link: PassLink): Promise<Failure | null> {
  const answer = await ask(link)
  if (!answer.ok) return answer.failure
  keep(withPass(passes.value, { pass: answer.value, secret: link.secret, gone: false }))
  // Without this, a phone that runs out of room may drop the pass.
  await navigator.storage?.persist?.()
  return null
}

/** Asks for the present status. Without a network everything stays as it was. */
export async function refreshPass(kept: KeptPass): Promise<Failure | null> {
  const answer = await ask({ serial: kept.pass.serial, secret: kept.secret })
  if (!passes.value.some(one => one.pass.serial === kept.pass.serial)) return null // removed meanwhile
  if (answer.ok) keep(withPass(passes.value, { ...kept, pass: answer.value, gone: false }))
  else if (answer.failure.code === 'link-invalid') keep(withPass(passes.value, { ...kept, gone: true }))
  else return answer.failure
  return null
}

export const removePass = (serial: number): void => keep(passes.value.filter(kept => kept.pass.serial !== serial))

const ask = (link: PassLink): Promise<Answer<MyPass>> => request('POST', '/api/v1/my-pass', { body: link })

function keep(next: readonly KeptPass[]): void {
  passes.value = next
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(next))
    isKept.value = true
  } catch {
    isKept.value = false // shown on the page: the pass is there only until it is closed
  }
}
