import type { WebParts } from '../parts.ts'

/**
 * A4 on paper. pdfkit and the font (Noto Sans SC, whole, so that no name lacks a character) are loaded when first
 * asked for; of the font only the characters used go into a document.
 */

export type Doc = PDFKit.PDFDocument

export const FONT = 'font/NotoSansSC_400Regular.ttf'

/** Points: 2.5 cm. */
export const MARGIN = 71

export interface About {
  title: string
  author: string
  at: number
  landscape?: boolean
  /** Pages stay open to the end, for their numbers; otherwise each is let go when the next begins. */
  keepPages?: boolean
}

let font: Uint8Array | null = null

export async function makePdf(
  { asset }: Pick<WebParts, 'asset'>,
  about: About,
  draw: (doc: Doc) => void | Promise<void>,
): Promise<Uint8Array> {
  const file = font ? null : await asset(FONT)
  if (file) font = unshaped(file.body)
  if (!font) throw new Error(`${FONT} is not there`)
  const { default: Document } = await import('pdfkit')
  const doc = new Document({
    size: 'A4',
    layout: about.landscape ? 'landscape' : 'portrait',
    margin: about.landscape ? 40 : MARGIN,
    bufferPages: about.keepPages ?? false,
    // Every text there ever was would be kept.
    fontLayoutCache: false,
    // Its own default would be read from disk.
    font: font as unknown as string,
    info: { Title: about.title, Author: about.author, CreationDate: new Date(about.at) },
  })
  const parts: Uint8Array[] = []
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (part: Uint8Array) => parts.push(part))
    doc.on('end', () => resolve(joined(parts)))
    doc.on('error', reject)
  })
  await draw(doc)
  doc.end()
  return whole
}

/**
 * The font without its rules for joining letters, which Chinese has no use for: looking for them takes nine tenths of the
 * time a page needs.
 */
function unshaped(font: Uint8Array): Uint8Array {
  const plain = font.slice()
  const view = new DataView(plain.buffer)
  const tables = view.getUint16(4)
  for (let at = 12; at < 12 + 16 * tables; at += 16) {
    const tag = String.fromCharCode(...plain.subarray(at, at + 4))
    if (tag === 'GSUB' || tag === 'GPOS') plain[at] = 'X'.charCodeAt(0)
  }
  return plain
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
