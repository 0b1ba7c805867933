import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { SheetFailure } from '../ports/sheet-file.ts'

export type Attributes = Readonly<Record<string, string>>
export type XmlHandlers = {
  open(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Feeds a part to handlers; gives control back after each piece. Names come without their prefix, because some programs
 * write `x:row`. Entities of a document type are not expanded by the parser: nothing of the outside is read.
 */
export async function* readXml(part: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void, void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let failure: Error | null = null
  parser.on('error', error => {
    failure ??= error
  })
  parser.on('opentag', tag => handlers.open(bare(tag.name), tag.attributes as Attributes))
  parser.on('text', text => handlers.text?.(text))
  parser.on('cdata', text => handlers.text?.(text))
  parser.on('closetag', tag => handlers.close?.(bare(tag.name)))
  const decoder = new StringDecoder('utf8')
  const check = (): void => {
    if (failure !== null) throw new SheetFailure('file-damaged', failure.message, { cause: failure })
  }
  for await (const chunk of part) {
    parser.write(decoder.write(chunk))
    check()
    yield
  }
  parser.close()
  check()
}

/** The same to its end. */
export async function readWholeXml(part: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(part, handlers));
}

const bare = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute with or without a prefix, such as `r:id`. */
export const attribute = (attributes: Attributes, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1]
