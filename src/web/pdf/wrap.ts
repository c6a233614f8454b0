/** Text in columns: pdfkit's own wrapping shapes each text anew for every question, half a second for a page of Chinese. */

/** Not at the beginning of a line. */
const CLOSING = /^[，。；：！？、）】》」』”’…,.;:!?)\]}%]/u
/** A run that is not broken: letters and digits of the West. */
const PIECE = /[\p{Script=Latin}\p{N}@#&_+./:-]+|./gsu

/** Lines no wider than `width`, as `widthOf` has its characters; a word wider than that is broken. */
export function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    let used = 0
    const end = (): void => {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    const put = (piece: string, wide: number): void => {
      line += piece
      used += wide
    }
    for (const piece of pieces(paragraph, width, widthOf)) {
      const wide = widthOf(piece)
      if (used + wide > width && line !== '') {
        const last = CLOSING.test(piece) ? /.$/su.exec(line)?.[0] : undefined
        // What may not begin a line takes the character before it along.
        if (last !== undefined && last !== line) {
          line = line.slice(0, -last.length)
          end()
          put(last, widthOf(last))
        } else end()
      }
      if (line !== '' || piece !== ' ') put(piece, wide)
    }
    end()
  }
  return lines
}

function* pieces(
  text: string,
  width: number,
  widthOf: (text: string) => number,
): Generator<string> {
  for (const [piece] of text.matchAll(PIECE)) {
    if (piece.length > 1 && widthOf(piece) > width) yield* piece
    else yield piece
  }
}
