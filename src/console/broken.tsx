import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { screenWords as words } from './words/screens.ts'

/** A screen that could not be loaded or drawn says so, and what to do; the others go on. */
export class Whole extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <div className="broken" role="alert">
        <h1>{words.broken}</h1>
        <p>{words.brokenWhy}</p>
        <Button type="primary" onClick={() => location.reload()}>
          {words.again}
        </Button>
      </div>
    )
  }
}
