/**
 * docs/contract.json is the contract as other programs see it: every procedure with its kind, JSON schemas and error
 * codes. It is generated and committed, so that a change of the contract shows in review as what it is.
 * Its hash goes into src/shared/contract/contract-hash.ts, by which a client notices that a host speaks another contract.
 *   node scripts/check-contract.ts           compares
 *   node scripts/check-contract.ts --write   writes
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type AnyContractProcedure, getEventIteratorSchemaDetails, isContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { contract } from '../src/shared/contract/contract.ts'
import { filesUnder, isTest } from './lib/source-files.ts'
import { root } from './setup.mjs'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const file = path.join(root, 'docs/contract.json')
const names = await nameSchemas()
const definitions: Record<string, Json> = {}
const procedures = Object.fromEntries(collect(contract, []))
const document = { procedures, $defs: definitions }
const text = `${JSON.stringify(sorted(document), null, 1)}\n`
const count = Object.keys(procedures).length
const hashFile = path.join(root, 'src/shared/contract/contract-hash.ts')
const hashText = `/** Fingerprint of docs/contract.json, written by \`npm run contract:write\`. */
export const CONTRACT_HASH = '${createHash('sha256').update(text).digest('hex').slice(0, 16)}'
`

if (process.argv.includes('--write')) {
  writeFileSync(file, text)
  writeFileSync(hashFile, hashText)
  process.stdout.write(`Wrote ${count} procedures to docs/contract.json\n`)
} else {
  const committed = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Partial<typeof document>
  const changed = [
    ...differences(committed.procedures ?? {}, procedures),
    ...differences(committed.$defs ?? {}, definitions),
  ]
  if (changed.length === 0 && (!existsSync(hashFile) || readFileSync(hashFile, 'utf8') !== hashText))
    changed.push('changed  src/shared/contract/contract-hash.ts')
  for (const line of changed) process.stdout.write(`${line}\n`)
  if (changed.length > 0)
    process.stdout.write('If that is meant: npm run contract:write, and commit docs/contract.json\n')
  else process.stdout.write(`${count} procedures, as committed\n`)
  process.exitCode = changed.length === 0 && count > 0 ? 0 : 1
}

/** Exported schemas get their export's name, so that the document says "entry" instead of repeating an entry 40 times. */
async function nameSchemas() {
  const registry = z.registry<{ id: string }>()
  for (const source of filesUnder('src/shared/contract', ['.ts']).filter((one) => !isTest(one))) {
    const exported = (await import(pathToFileURL(path.join(root, source)).href)) as Record<string, unknown>
    for (const [name, value] of Object.entries(exported)) {
      if (!(value instanceof z.ZodType) || !name.endsWith('Schema') || registry.has(value)) continue
      registry.add(value, { id: name.slice(0, -'Schema'.length) })
    }
  }
  return registry
}

function collect(node: object, at: string[]): [string, Json][] {
  if (isContractProcedure(node)) return [[at.join('.'), documentOf(node)]]
  return Object.entries(node).flatMap(([name, child]: [string, object]) => collect(child, [...at, name]))
}

function documentOf(procedure: AnyContractProcedure): Json {
  const { meta, inputSchema, outputSchema, errorMap, route } = procedure['~orpc']
  const stream = getEventIteratorSchemaDetails(outputSchema)
  return {
    kind: typeof meta['kind'] === 'string' ? meta['kind'] : null,
    ...(Object.keys(route).length > 0 ? { route: JSON.parse(JSON.stringify(route)) as Json } : {}),
    input: schemaOf(inputSchema),
    ...(stream ? { yields: schemaOf(stream.yields) } : { output: schemaOf(outputSchema) }),
    errors: Object.keys(errorMap).sort(),
  }
}

function schemaOf(schema: unknown): Json {
  if (schema === undefined) return null
  if (!(schema instanceof z.ZodType)) throw new Error('The contract uses a schema that is not zod')
  const made = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', metadata: names })
  // zod's result holds functions and symbols beside the document; JSON keeps the document.
  const { $schema: _, $defs, ...rest } = JSON.parse(JSON.stringify(made)) as { [key: string]: Json }
  Object.assign(definitions, $defs)
  return rest
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, child]) => [key, sorted(child)]))
}

function differences(before: Record<string, Json>, after: Record<string, Json>): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return keys.flatMap((name) => {
    const was = before[name]
    const is = after[name]
    if (is === undefined) return [`removed  ${name}`]
    if (was === undefined) return [`new      ${name}`]
    return JSON.stringify(sorted(was)) === JSON.stringify(sorted(is)) ? [] : [`changed  ${name}`]
  })
}
