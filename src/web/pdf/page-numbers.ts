import type { Doc } from './make.ts'

/** At the foot of each page, once all are there. */
export function pageNumbers(doc: Doc): void {
  const { start, count } = doc.bufferedPageRange()
  if (count < 2) return
  for (let n = 0; n < count; n++) {
    doc.switchToPage(start + n)
    pageNumber(doc, n + 1, count)
  }
}

/** On the page that is being drawn. */
export function pageNumber(doc: Doc, number: number, count: number): void {
  const { bottom } = doc.page.margins
  // Below the margin a line would begin a page of its own.
  doc.page.margins.bottom = 0
  doc.fontSize(9).fillColor('#444')
  doc.text(`${number} / ${count}`, 0, doc.page.height - 30, {
    align: 'center',
    width: doc.page.width,
    lineBreak: false,
  })
  doc.page.margins.bottom = bottom
}
