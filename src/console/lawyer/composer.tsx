import { Button, Input } from 'antd'
import { useState } from 'react'
import { words as base } from '../words/index.ts'
import { lawyerWords as words } from '../words/lawyer.ts'
import { send } from './sending.ts'
import { Snippets } from './snippets.tsx'
import { useWordings } from './wordings.ts'

const keyOf = (id: string): string => `zhiban-draft-${id}`

/** Puts words behind what is being written. */
export function addToDraft(id: string, text: string): void {
  const before = localStorage.getItem(keyOf(id)) ?? ''
  localStorage.setItem(keyOf(id), before.trim() === '' ? text : `${before.trimEnd()}\n${text}`)
}

/** What the lawyer writes: kept with every key, warned of money and private contacts before it goes (Art. 29). */
export function Composer({ id, language }: { id: string; language: string }) {
  const key = keyOf(id)
  const [text, setText] = useState(() => localStorage.getItem(key) ?? '')
  const [warned, setWarned] = useState<string[]>([])
  const [choosing, setChoosing] = useState(false)
  const warnings = useWordings()

  const change = (next: string): void => {
    setText(next)
    setWarned([])
    if (next === '') localStorage.removeItem(key)
    else localStorage.setItem(key, next)
  }
  const go = (sure: boolean): void => {
    const said = text.trim()
    if (said === '') return
    const found = sure ? [] : warnings(said)
    setWarned(found)
    if (found.length > 0) return
    send(id, said)
    change('')
  }
  return (
    <>
      {warned.length > 0 && (
        <div className="warned" role="alert">
          <b>{words.warnTitle}</b>
          {warned.map((kind) => (
            <p key={kind}>{words.warn[kind]}</p>
          ))}
          <p className="soft">{words.warnKept}</p>
          <div className="tools">
            <Button type="primary" onClick={() => setWarned([])}>
              {words.change}
            </Button>
            <Button onClick={() => go(true)}>{words.sendAnyway}</Button>
          </div>
        </div>
      )}
      <div className="compose">
        <Input.TextArea
          aria-label={base.write}
          placeholder={base.write}
          value={text}
          maxLength={4000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={({ target }) => change(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go(false)
          }}
        />
        <Button type="primary" onClick={() => go(false)} disabled={text.trim() === ''}>
          {base.send}
        </Button>
      </div>
      <div className="tools">
        <Button onClick={() => setChoosing(true)}>{words.snippets}</Button>
      </div>
      {choosing && (
        <Snippets
          language={language}
          onClose={() => setChoosing(false)}
          onSend={(paragraph) => {
            send(id, paragraph)
            setChoosing(false)
          }}
          onInsert={(paragraph) => {
            change(text.trim() === '' ? paragraph : `${text.trimEnd()}\n${paragraph}`)
            setChoosing(false)
          }}
        />
      )}
    </>
  )
}
