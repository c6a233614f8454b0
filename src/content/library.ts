import { parse } from 'yaml'
import { z } from 'zod'
import {
  type Facts,
  type FlowFile,
  factsFile,
  flowFile,
  type Glossary,
  glossaryFile,
  type Province,
  provinceFile,
  type Statutes,
  statutesFile,
} from './schema.ts'

/** The files under flows/, read and shaped, before they become what the desk walks through. */

/** `name` is the path below flows/. Where it was read from is the root's business. */
export interface File {
  name: string
  text: string
}

export interface Library {
  /** The newest version of each. */
  flows: FlowFile[]
  /** Older versions, for conversations that began with them. */
  archive: FlowFile[]
  statutes: Statutes
  facts: Facts
  glossary: Glossary
  province: Province | null
}

export class ContentError extends Error {
  readonly faults: string[]
  constructor(faults: string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

export const archiveName = ({ flow, version }: FlowFile): string =>
  `archive/${flow}@${version}.yaml`

export function readLibrary(files: File[]): Library {
  const faults: string[] = []
  const read = <T extends z.ZodType>(schema: T, { name, text }: File): z.infer<T> | null => {
    const found = schema.safeParse(parse(text))
    if (found.success) return found.data
    faults.push(...found.error.issues.map((i) => `${name}: ${i.path.join('.')}: ${i.message}`))
    return null
  }
  const named = (name: string): File => {
    const file = files.find((one) => one.name === name)
    if (!file) throw new ContentError([`flows/${name} is missing`])
    return file
  }
  const below = (folder: string): File[] => files.filter(({ name }) => name.startsWith(folder))
  const own = new Set(['statutes.yaml', 'facts.yaml', 'glossary.yaml'])
  const flows = files
    .filter(({ name }) => !name.includes('/') && !own.has(name))
    .map((file) => read(flowFile, file))
    .filter((flow) => flow !== null)
  const current = new Set(flows.map(archiveName))
  const archive = below('archive/')
    .filter(({ name }) => !current.has(name))
    .map((file) => read(flowFile, file))
    .filter((flow) => flow !== null)
  const provinces = below('province/').map((file) => read(provinceFile, file))
  if (provinces.length > 1) faults.push('flows/province/ may hold one pack, not several')
  const library = {
    flows,
    archive,
    statutes: read(statutesFile, named('statutes.yaml')) ?? {},
    facts: read(factsFile, named('facts.yaml')) ?? {},
    glossary: read(glossaryFile, named('glossary.yaml')) ?? {},
    province: provinces[0] ?? null,
  }
  if (faults.length > 0) throw new ContentError(faults)
  return library
}

const files = {
  flow: flowFile,
  statutes: statutesFile,
  facts: factsFile,
  glossary: glossaryFile,
  province: provinceFile,
}

/** JSON Schemas for editors, by file name: completion and red lines while a lawyer types. */
export const schemas = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  )
