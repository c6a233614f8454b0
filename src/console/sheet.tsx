import { Button } from 'antd'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { lawyerWords as words } from './words/lawyer.ts'

/** Something to choose from, over the page: the browser's own dialog, so that keyboard and reader stay inside. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog className="sheet" ref={dialog} aria-labelledby={name} onClose={onClose}>
      <header>
        <h2 id={name}>{title}</h2>
        <Button onClick={onClose}>{words.close}</Button>
      </header>
      {children}
    </dialog>
  )
}
