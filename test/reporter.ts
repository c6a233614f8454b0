import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one line that a person and a machine can read: `N passed, N failed`. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0
    // What broke outside any test is a failure too.
    let failed = errors.length
    for (const module of modules) {
      failed += module.errors().length
      for (const test of module.children.allTests()) {
        if (test.result().state === 'passed') passed++
        else failed++
      }
    }
    // Last, after everything other reporters have to say.
    process.once('exit', () => console.log(`${passed} passed, ${failed} failed`))
  }
}
