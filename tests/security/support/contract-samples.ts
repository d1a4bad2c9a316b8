import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { contract } from '../../../src/shared/contract/contract.ts'

export interface ProcedureUnderTest {
  /** `/timer/start` */
  readonly path: string
  readonly kind: 'query' | 'command' | 'stream'
  /** An input that the contract takes. */
  sample(): Record<string, unknown>
}

type JsonSchema = { readonly [key: string]: unknown }

/** Every procedure of the contract, each with a sample that its own schema accepts. */
export function proceduresUnderTest(): ProcedureUnderTest[] {
  return collect(contract, '')
}

function collect(node: object, path: string): ProcedureUnderTest[] {
  if (isContractProcedure(node)) return [underTest(node, path)]
  return Object.entries(node).flatMap(([name, child]) => collect(child, `${path}/${name}`))
}

function underTest(procedure: AnyContractProcedure, path: string): ProcedureUnderTest {
  const { inputSchema, meta } = procedure['~orpc']
  if (!(inputSchema instanceof z.ZodType)) throw new Error(`${path} has no zod input`)
  const schema = z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const sample = mend(inputSchema, sampleOf(schema), path)
  const { kind } = meta as { kind: ProcedureUnderTest['kind'] }
  return { path, kind, sample: () => structuredClone(sample) }
}

/** JSON schema does not tell all that zod checks: where a text is refused, the others are tried. */
function mend(schema: z.ZodType, sample: unknown, path: string): Record<string, unknown> {
  for (let round = 0; round < 50; round += 1) {
    const issue = schema.safeParse(sample).error?.issues[0]
    if (issue === undefined) return sample as Record<string, unknown>
    const parent = issue.path.slice(0, -1).reduce((value, key) => (value as Sample)[key], sample) as Sample
    const key = issue.path.at(-1) ?? ''
    const next = TEXTS.find((text) => {
      parent[key] = text
      return !schema.safeParse(sample).error?.issues.some((one) => one.path.join() === issue.path.join())
    })
    if (next === undefined) throw new Error(`No sample for ${path}: ${issue.path.join('.')}: ${issue.message}`)
  }
  throw new Error(`No sample for ${path}`)
}

type Sample = Record<PropertyKey, unknown>

const UUID = '0190c9a0-0000-7000-8000-000000000001'
/** Texts among which one fits every pattern and check of the contract. */
const TEXTS = [
  UUID,
  'sample-key-1',
  '2026-01-05',
  'Europe/Stockholm',
  'QUJDRA==',
  '#3b82f6',
  'backup.db',
  // A port of this machine on which nobody listens.
  'http://127.0.0.1:9',
  'Sample',
  'x',
]

function sampleOf(schema: JsonSchema): unknown {
  if ('const' in schema) return schema['const']
  const {
    enum: values,
    anyOf,
    oneOf,
    type,
  } = schema as { enum?: unknown[]; anyOf?: JsonSchema[]; oneOf?: JsonSchema[] } & JsonSchema
  if (values) return values[0]
  const first = (anyOf ?? oneOf)?.[0]
  if (first) return sampleOf(first)
  if (type === 'object') return sampleObject(schema)
  if (type === 'array') return sampleArray(schema)
  if (type === 'string') return UUID
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return Math.max(1, Number(schema['minimum'] ?? 1))
  return null
}

function sampleObject(schema: JsonSchema): Record<string, unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, sampleOf(property)]))
}

function sampleArray(schema: JsonSchema): unknown[] {
  const length = Math.max(1, Number(schema['minItems'] ?? 0))
  return Array.from({ length }, () => sampleOf((schema['items'] ?? {}) as JsonSchema))
}
