import { Graph, layout } from '@dagrejs/dagre'
import type { Library } from '../src/content/library.ts'
import { BOX, graphOf, type Layout, picture } from '../src/content/picture.ts'
import type { FlowFile } from '../src/content/schema.ts'

/** Pictures of all flows by file name, the same for the same flows on any machine. */
export const pictures = (library: Library): Record<string, string> =>
  Object.fromEntries(
    library.flows.map((flow) => [`${flow.flow}.svg`, picture(library, flow, arrange(flow))]),
  )

const MARGIN = 20

function arrange(flow: FlowFile): Layout {
  const { nodes, edges } = graphOf(flow)
  const graph = new Graph({ multigraph: false })
  // A flow that is entered anywhere is a list: it reads better down the page.
  const rankdir = flow.anywhere ? 'LR' : 'TB'
  graph.setGraph({ rankdir, nodesep: 24, ranksep: 56, marginx: MARGIN, marginy: MARGIN })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const id of nodes) graph.setNode(id, { ...BOX })
  for (const { from, to } of edges) graph.setEdge(from, to)
  layout(graph)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: nodes.map((id) => {
      const { x, y } = graph.node(id) as { x: number; y: number }
      return { id, x, y }
    }),
    lines: edges.map(({ from, to }) => ({
      from,
      to,
      points: (graph.edge(from, to) as { points: { x: number; y: number }[] }).points,
    })),
  }
}
