import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { filesUnder } from '../lib/source-files.ts'
import { root } from '../setup.mjs'

const stepSchema = z.looseObject({ uses: z.string().optional(), run: z.string().optional() })
const workflowSchema = z.looseObject({
  name: z.string(),
  permissions: z.strictObject({}),
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: z.strictObject({ contents: z.literal('read') }),
      'timeout-minutes': z.int().max(60),
      steps: z.array(stepSchema),
    }),
  ),
})

const folder = path.join(root, '.github/workflows')
const texts = readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }))

describe.each(texts)('the workflow $name', ({ text }) => {
  const document = parseDocument(text)
  const workflow = workflowSchema.parse(document.toJS())
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

  it('is YAML without errors or warnings, asks for no secret and may only read', () => {
    expect([...document.errors, ...document.warnings]).toEqual([])
    expect(text).not.toMatch(/\$\{\{\s*secrets\b|pull_request_target|: write\b/)
  })

  it('takes other people’s actions by the hash of a commit, and says which version that is', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line))
    expect(uses.length).toBeGreaterThan(0)
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('puts nothing a stranger can write into a shell', () => {
    for (const { run } of steps) expect(run ?? '').not.toMatch(/\$\{\{(?!\s*matrix\.)/)
  })

  it('runs commands that are there', () => {
    const commands = steps.flatMap(({ run }) => run ?? [])
    for (const command of commands) {
      const script = /npm run (?:-s )?([\w:]+)/.exec(command)?.[1]
      if (script !== undefined) expect(Object.keys(packageJson.scripts)).toContain(script)
      for (const [file] of command.matchAll(/\bscripts\/[\w-]+\.(?:ts|mjs)\b/g)) {
        expect(filesUnder('scripts', ['.ts', '.mjs'])).toContain(file)
      }
    }
  })
})
