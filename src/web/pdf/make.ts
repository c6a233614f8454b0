import type { WebParts } from '../parts.ts'

/**
 * A4 on paper. pdfkit and the font (Noto Sans SC, whole, so that no name lacks a character) are loaded when first
 * asked for; of the font only the characters used go into a document.
 */

export type Doc = PDFKit.PDFDocument

export const FONT = 'font/NotoSansSC_400Regular.ttf'

/** Points: 2.5 cm. */
export const MARGIN = 71

let font: Uint8Array | null = null

export async function makePdf(
  { asset }: Pick<WebParts, 'asset'>,
  about: { title: string; author: string; at: number; landscape?: boolean },
  draw: (doc: Doc) => void,
): Promise<Uint8Array> {
  font ??= (await asset(FONT))?.body ?? null
  if (!font) throw new Error(`${FONT} is not there`)
  const { default: Document } = await import('pdfkit')
  const doc = new Document({
    size: 'A4',
    layout: about.landscape ? 'landscape' : 'portrait',
    margin: about.landscape ? 40 : MARGIN,
    bufferPages: true,
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
  draw(doc)
  doc.end()
  return whole
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
