import { createContext, type DragEvent, useContext } from 'react'
import type { Window } from './queries.ts'

/** What is being dragged over the picture: a lawyer's name, or one stretch of a lawyer's duty. */
export interface Dragged {
  lawyer: string
  item?: Window
  /** Day of the picture the duty stands on. */
  day?: number
}

interface Dragging {
  held: Dragged | null
  hold(what: Dragged | null): void
}

export const DragContext = createContext<Dragging>({ held: null, hold: () => {} })

/** Props of what can be picked up. */
export function useSource(what: Dragged) {
  const { hold } = useContext(DragContext)
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData('text/plain', what.lawyer)
      event.dataTransfer.effectAllowed = 'move'
      hold(what)
    },
    onDragEnd: () => hold(null),
  }
}

/** Props of where it can be put down; `takes` says whether this may land here. */
export function useTarget(takes: (held: Dragged) => boolean, land: (held: Dragged) => void) {
  const { held, hold } = useContext(DragContext)
  const fits = held !== null && takes(held)
  return {
    'data-fits': fits || undefined,
    onDragOver: (event: DragEvent) => {
      if (fits) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      if (!fits || !held) return
      event.preventDefault()
      event.stopPropagation()
      land(held)
      hold(null)
    },
  }
}
