import { extractText, getDocumentProxy } from 'unpdf'

/** What a reader (Mozilla's, as in Firefox) makes of a PDF. */
export async function pdfText(body: ArrayBuffer) {
  const bytes = body.byteLength
  const raw = Buffer.from(body).toString('latin1')
  const document = await getDocumentProxy(new Uint8Array(body.slice(0)))
  const { text, totalPages } = await extractText(document, { mergePages: true })
  return {
    text: text.replaceAll(/\s+/g, ''),
    pages: totalPages,
    bytes,
    /** Names of fonts, and how many of them are in the file itself. */
    fonts: [...raw.matchAll(/\/BaseFont \/(\S+)/g)].map((match) => match[1] ?? ''),
    embedded: raw.match(/\/FontFile2/g)?.length ?? 0,
  }
}
