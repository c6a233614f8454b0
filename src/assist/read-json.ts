/** The JSON object in what a model wrote, whatever it wrote around it; null where there is none. */
export function readJson(text: string): unknown {
  const said = text.replace(/<think>[\s\S]*?<\/think>/g, '').trim()
  const fenced = /```(?:json)?\s*([\s\S]*?)```/.exec(said)?.[1]
  for (const candidate of [said, fenced, between(said)]) {
    if (candidate === undefined) continue
    const found = parsed(candidate)
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found
  }
  return null
}

const between = (text: string): string | undefined =>
  text.includes('{') ? text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1) : undefined

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
