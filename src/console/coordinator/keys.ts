import { useEffect, useRef } from 'react'

/** Single keys, where nobody is writing. */
export function useKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const writing =
        event.target instanceof HTMLElement &&
        (event.target.closest('input, textarea, select, [contenteditable], [role=combobox]') !==
          null ||
          (event.key === 'Enter' && event.target.closest('a, button') !== null))
      if (writing || event.ctrlKey || event.metaKey || event.altKey) return
      latest.current[event.key]?.()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}
