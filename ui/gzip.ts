/** Streams of every browser that the apps run in. */
export async function gzip(text: string): Promise<Blob> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob()
}

/** Null: not gzip, or more than `maxBytes` would come out. */
export async function gunzip(file: Blob, maxBytes: number): Promise<string | null> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return await new Blob(parts).text()
      length += value.length
      if (length > maxBytes) return null
      parts.push(new Uint8Array(value))
    }
  } catch {
    return null // not gzip, or cut off
  } finally {
    reader.cancel().catch(() => undefined) // it has ended already
  }
}
