import { generateKeyPairSync } from 'node:crypto'
import { proofOf, type TestDevice } from './device.ts'

/** One caller of real servers over HTTP, from an address of its own so that limits count it alone. */
export type Caller = { readonly address: string; readonly headers?: Record<string, string> }

// biome-ignore lint/suspicious/noExplicitAny: answers are compared by value
export type Answer = { readonly status: number; readonly body: any; readonly headers: Headers }

const PATIENCE_MS = 20_000

/** Rejects when the server does not answer. */
export async function call(
  server: string,
  caller: Caller,
  [method, path]: readonly [method: string, path: string],
  body?: object
): Promise<Answer> {
  const headers = { 'x-forwarded-for': caller.address, ...caller.headers }
  const answer = await fetch(server + path, {
    method,
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE_MS)
  })
  const text = await answer.text()
  return {
    status: answer.status,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
    headers: answer.headers
  }
}

/** The sample community's administrator, signed in. */
export async function administrator(server: string): Promise<Caller> {
  const address = '10.0.0.1'
  const credentials = { username: 'admin', password: 'demo-admin-2020' }
  const answer = await call(server, { address }, ['POST', '/api/v1/session'], credentials)
  if (answer.status !== 200) throw new Error(`sign-in failed: ${answer.status}`)
  return { address, headers: { cookie: String(answer.headers.get('set-cookie')).split(';')[0] ?? '' } }
}

/** Enrols a phone at a site; its token is good for 15 minutes on every server. */
export async function enrolRemote(server: string, staff: Caller, site: number, address: string): Promise<TestDevice> {
  const made = await call(server, staff, ['POST', '/api/v1/enrolments'], { site })
  if (made.status !== 201) throw new Error(`no enrolment code: ${made.status} ${JSON.stringify(made.body)}`)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const wish = { code: made.body.code, name: '测试手机', publicKey: { kty: 'EC', crv: 'P-256', x, y } }
  const enrolled = await call(server, { address }, ['POST', '/api/v1/devices'], wish)
  if (enrolled.status !== 201) throw new Error(`enrolment failed: ${enrolled.status} ${JSON.stringify(enrolled.body)}`)
  const device: TestDevice = { id: enrolled.body.device, privateKey, token: '' }
  await renewToken(server, device, address)
  return device
}

export async function renewToken(server: string, device: TestDevice, address: string): Promise<void> {
  const answer = await call(server, { address }, ['POST', '/api/v1/devices/token'], proofOf(device, Date.now()))
  if (answer.status !== 200) throw new Error(`no token: ${answer.status}`)
  device.token = answer.body.token
}

export const bearer = (device: TestDevice, address: string): Caller => ({
  address,
  headers: { authorization: `Bearer ${device.token}` }
})

export type Listener = { readonly events: { name: string; data: string }[]; readonly ended: Promise<void>; stop(): void }

/** Server-Sent Events, collected; resolves when the first has come. */
export async function listenTo(server: string, caller: Caller, path: string): Promise<Listener> {
  const control = new AbortController()
  const answer = await fetch(server + path, {
    headers: { 'x-forwarded-for': caller.address, ...caller.headers },
    signal: control.signal
  })
  if (answer.status !== 200 || answer.body === null) throw new Error(`no events: ${answer.status}`)
  const events: { name: string; data: string }[] = []
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  const read = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const blocks = (rest + value).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? []
        if (name !== undefined && data !== undefined) events.push({ name, data })
      }
    }
  }
  const ended = read().catch(() => {})
  while (events.length === 0) await new Promise(resolve => setTimeout(resolve, 5))
  return { events, ended, stop: () => control.abort() }
}
