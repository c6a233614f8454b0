import { isDeepStrictEqual } from 'node:util'
import { archiveName, type File, type Library, readLibrary } from '../library.ts'
import { type Check, spots } from './fault.ts'

/** A running conversation keeps the version it began with, so a version that was released never changes. */

export function released(library: Library, files: File[]): string[] {
  const kept = new Set(files.map(({ name }) => name))
  return library.flows.flatMap((flow) => {
    const name = archiveName(flow)
    const faults = [...Array(flow.version - 1).keys()]
      .map((n) => archiveName({ ...flow, version: n + 1 }))
      .filter((older) => !kept.has(older))
      .map((older) => `${older} is missing; conversations may have begun with it`)
    const copy = files.find((file) => file.name === name)
    if (!copy) return faults
    // Read the way the flow itself was, so that layout and comments do not count.
    const others = files.filter((file) => file.name.includes('/') === false)
    const own = others.map((file) =>
      file.name === `${flow.flow}.yaml` ? { ...file, text: copy.text } : file,
    )
    const before = readLibrary(own).flows.find((one) => one.flow === flow.flow)
    return isDeepStrictEqual(before, flow)
      ? faults
      : [
          ...faults,
          `${flow.flow}: version ${flow.version} was released and has changed; raise its version`,
        ]
  })
}

export const stepVersions: Check = (library) =>
  spots(library)
    .filter(({ flow, step }) => step.version > flow.version)
    .map(({ name, flow }) => `${name}: its version is beyond the flow’s ${flow.version}`)

/** Steps whose present text no lawyer has read. Not a fault, but nobody may overlook it. */
export const awaiting = (library: Library): string[] =>
  spots(library)
    .filter(({ step }) => step.reviewed === false || step.reviewed.version < step.version)
    .map(({ name }) => name)
