/** Seconds between tries: long enough in all for a desk that is started anew. */
const PAUSES = [0.3, 1, 2, 4, 8]

/**
 * A part of the app that is fetched when first needed: where the line is cut or the desk starts anew just then, it is
 * asked for again before the screen says that it is broken.
 */
export async function fetched<T>(part: () => Promise<T>): Promise<T> {
  for (const seconds of PAUSES) {
    const found = await part().catch((error: unknown) => {
      console.warn('a part of the app is asked for again', error)
      return null
    })
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  }
  return part()
}
