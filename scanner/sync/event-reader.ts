export type ServerEvent = { readonly event: string; readonly data: string }

/** Splits a stream of Server-Sent Events (WHATWG HTML §9.2.6) into events; what is not whole yet waits for the next piece. */
export function createEventParser(onEvent: (event: ServerEvent) => void): (piece: string) => void {
  let rest = ''
  return piece => {
    rest += piece
    for (;;) {
      const end = rest.indexOf('\n\n')
      if (end < 0) return
      const lines = rest.slice(0, end).split('\n')
      rest = rest.slice(end + 2)
      const field = (name: string): string | undefined => lines.find(line => line.startsWith(`${name}: `))?.slice(name.length + 2)
      const data = field('data')
      if (data !== undefined) onEvent({ event: field('event') ?? 'message', data })
    }
  }
}

/** Reads pushed events until the connection ends; resolves then, whatever ended it. */
export async function readEvents(
  url: string,
  token: string,
  signal: AbortSignal,
  onEvent: (event: ServerEvent) => void
): Promise<void> {
  try {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal, cache: 'no-store' })
    const reader = answer.ok ? answer.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined
    const parse = createEventParser(onEvent)
    while (reader !== undefined) {
      const { done, value } = await reader.read()
      if (done) return
      parse(value)
    }
  } catch {
    // The network went away: the caller comes back by its own clock.
  }
}
