/** Answers of the API, whose shape the test itself asserts. */
// biome-ignore lint/suspicious/noExplicitAny: the schemas are the server's; here only values are compared
export type Answer = any
export type StaffApi = (method: string, path: string, body?: object) => Promise<Answer>

/** The API with a member of staff's session, as the console uses it; pictures come as bytes. */
export async function staffApi(url: string, username: string, password: string): Promise<StaffApi> {
  const json = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username, password })
  })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return async (method, path, body) => {
    const headers = { cookie, ...(body === undefined ? {} : json) }
    const got = await fetch(`${url}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    })
    if (!got.ok) throw new Error(`${method} ${path}: ${got.status} ${await got.text()}`)
    const isJson = got.headers.get('content-type')?.includes('json') ?? false
    return isJson ? got.json() : new Uint8Array(await got.arrayBuffer())
  }
}
