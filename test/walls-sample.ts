/** A body that a route's own description calls sound, so that a refusal is the wall's and not the schema's. */

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  format?: string
  minimum?: number
  items?: Schema
  minItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

export interface Described {
  paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>
  >
  components?: { schemas?: Record<string, Schema> }
}

const formats: Record<string, string> = {
  date: '2026-12-01',
  'date-time': '2026-12-01T01:00:00.000Z',
  uuid: '2b7f5f0e-7a4a-4a7e-9d0c-0a0b0c0d0e0f',
}

export function soundBody(doc: Described, route: string): unknown {
  const [method = '', path = ''] = route.split(' ')
  const content = doc.paths[path]?.[method.toLowerCase()]?.requestBody?.content
  const schema = content?.['application/json']?.schema
  return schema ? sample(doc, schema) : undefined
}

function sample(doc: Described, schema: Schema): unknown {
  const named = schema.$ref?.split('/').at(-1)
  if (named !== undefined) return sample(doc, doc.components?.schemas?.[named] ?? {})
  if (schema.enum) return schema.enum[0]
  const [choice] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (choice) return sample(doc, choice)
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, sample(doc, schema.properties?.[key] ?? {})]),
      )
    case 'array':
      return schema.minItems ? [sample(doc, schema.items ?? {})] : []
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return true
    default:
      return formats[schema.format ?? ''] ?? 'nothing'
  }
}
