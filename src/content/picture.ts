import type { Library } from './library.ts'
import type { FlowFile } from './schema.ts'

/** Where the boxes and lines of a picture go; the layout itself is a library's. */
export interface Layout {
  width: number
  height: number
  boxes: { id: string; x: number; y: number }[]
  lines: { from: string; to: string; points: { x: number; y: number }[] }[]
}

export const BOX = { width: 224, height: 52 }

const EDGE = 8

export interface Graph {
  nodes: string[]
  edges: { from: string; to: string }[]
}

/** Steps of the flow, and what other flows its choices lead to (`other/step`). */
export function graphOf(flow: FlowFile): Graph {
  const edges = Object.entries(flow.steps).flatMap(([from, { choices }]) => [
    ...new Map(choices.map(({ to }) => [to, { from, to }])).values(),
  ])
  const outside = edges.map(({ to }) => to).filter((to) => to.includes('/'))
  return { nodes: [...new Set([...Object.keys(flow.steps), ...outside])], edges }
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

/** A flow as a picture: where it begins and ends, what leads where, what awaits a lawyer's review. */
export function picture(library: Library, flow: FlowFile, layout: Layout): string {
  const { boxes, lines } = layout
  // A line that leads back may swing out beyond the boxes.
  const xs = lines.flatMap(({ points }) => points.map(({ x }) => x))
  const left = Math.floor(Math.min(0, ...xs.map((x) => x - EDGE)))
  const width = Math.ceil(Math.max(layout.width, ...xs.map((x) => x + EDGE))) - left
  const { height } = layout
  const at = new Map(boxes.map((box) => [box.id, box]))
  const along = flow.anywhere ? 'x' : 'y'
  const back = ({ from, to }: { from: string; to: string }): boolean =>
    (at.get(to)?.[along] ?? 0) <= (at.get(from)?.[along] ?? 0)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(flow.title['zh-CN'])}">
<style>text{font:14px system-ui,"Noto Sans CJK SC",sans-serif;fill:#1a1d21;text-anchor:middle}.id{font-size:11px;fill:#5a626c}rect{fill:#fff;stroke:#1d4f91;stroke-width:1.5}.start{fill:#eef3fa;stroke-width:3}.end{fill:#eaf5ea;stroke:#2c6e2f}.out{stroke:#8a929c;stroke-dasharray:4 3}path{fill:none;stroke:#5a626c;stroke-width:1.2}.back{stroke:#b9c0c8;stroke-dasharray:3 3}</style>
<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" style="fill:#5a626c;stroke:none"/></marker></defs>
<rect x="${left}" width="${width}" height="${height}" style="stroke:none"/>
${lines.map((line) => `<path${back(line) ? ' class="back"' : ''} d="${curve(line.points)}" marker-end="url(#a)"/>`).join('\n')}
${boxes.map((box) => boxOf(library, flow, box)).join('\n')}
</svg>
`
}

function boxOf(
  library: Library,
  flow: FlowFile,
  { id, x, y }: { id: string; x: number; y: number },
): string {
  const [other, place] = id.split('/')
  const there = place === undefined ? flow : library.flows.find((one) => one.flow === other)
  const step = there?.steps[place ?? id]
  const title = step?.['zh-CN'].title ?? id
  const kind =
    place !== undefined ? 'out' : id === flow.start ? 'start' : step?.ends ? 'end' : 'step'
  const left = x - BOX.width / 2
  const top = y - BOX.height / 2
  return `<g><rect class="${kind}" x="${round(left)}" y="${round(top)}" width="${BOX.width}" height="${BOX.height}" rx="6"/><text x="${round(x)}" y="${round(y - 2)}">${escaped(title)}</text><text class="id" x="${round(x)}" y="${round(y + 16)}">${escaped(id)}</text></g>`
}

const round = (n: number): number => Math.round(n)

function curve(points: { x: number; y: number }[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  const last = rest.at(-1) ?? first
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last
    const mid = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    return `Q${round(point.x)} ${round(point.y)} ${round(mid.x)} ${round(mid.y)}`
  })
  return `M${round(first.x)} ${round(first.y)} ${bends.join(' ')} L${round(last.x)} ${round(last.y)}`
}
