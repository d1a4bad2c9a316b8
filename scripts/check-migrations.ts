/**
 * The migrations gate. A migration that anyone may have run never changes again, in bytes or in order.
 *   node scripts/check-migrations.ts         journal in order, every .sql as sealed, schema and migrations agree
 *   node scripts/check-migrations.ts --seal  adds the checksums of new migrations; refuses changed ones
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { filesUnder } from './lib/source-files.ts'
import { root } from './setup.mjs'

const folder = 'drizzle/local'
const sealFile = path.join(root, folder, 'checks.json')
const journalSchema = z.object({
  entries: z.array(z.object({ idx: z.int(), when: z.int(), tag: z.string() })),
})
const sealSchema = z.record(z.string(), z.string().length(64))

const problems: string[] = []
const journal = readJournal()
const sealed = existsSync(sealFile) ? sealSchema.parse(JSON.parse(readFileSync(sealFile, 'utf8'))) : {}
const present = Object.fromEntries(
  filesUnder(folder, ['.sql']).map((file) => [path.posix.relative(folder, file), sha256(file)]),
)

checkJournal()
checkSeals()
if (process.argv.includes('--seal')) seal()
else checkSchema()

for (const problem of problems) process.stdout.write(`${problem}\n`)
if (problems.length === 0) process.stdout.write(`${journal.length} migrations, in order, as sealed\n`)
process.exitCode = problems.length === 0 ? 0 : 1

function readJournal() {
  const file = path.join(root, folder, 'meta/_journal.json')
  if (existsSync(file)) return journalSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).entries
  problems.push(`${folder}/meta/_journal.json is missing; run "npm run migrations:generate"`)
  return []
}

function checkJournal(): void {
  for (const [index, { idx, when, tag }] of journal.entries()) {
    const number = String(index).padStart(4, '0')
    if (idx !== index || !tag.startsWith(`${number}_`)) {
      problems.push(`${tag} stands at place ${index} with idx ${idx}: index, tag and place must agree`)
    }
    // drizzle's migrator skips whatever is not newer than the last one it ran: such a migration would never run.
    const before = journal[index - 1]
    if (before && when <= before.when) problems.push(`${tag} is not newer than ${before.tag} in the journal`)
    if (!present[`${tag}.sql`]) problems.push(`${tag}.sql is in the journal but not in ${folder}`)
  }
  const tags = new Set(journal.map(({ tag }) => `${tag}.sql`))
  for (const file of Object.keys(present)) {
    if (!tags.has(file)) problems.push(`${file} is in ${folder} but not in the journal: it would never run`)
  }
}

function checkSeals(): void {
  for (const [file, hash] of Object.entries(sealed)) {
    if (present[file] === undefined) problems.push(`${file} is sealed but gone; put it back`)
    else if (present[file] !== hash) problems.push(`${file} changed after it was sealed; put it back and add a new one`)
  }
  if (process.argv.includes('--seal')) return
  for (const file of Object.keys(present)) {
    if (sealed[file] === undefined) problems.push(`${file} is not sealed; run "npm run migrations:seal"`)
  }
}

function seal(): void {
  if (problems.length > 0) return
  const added = Object.keys(present).filter((file) => sealed[file] === undefined)
  writeFileSync(sealFile, `${JSON.stringify({ ...sealed, ...present }, null, 2)}\n`)
  process.stdout.write(`Sealed ${added.length === 0 ? 'nothing new' : added.join(', ')}\n`)
}

/** drizzle-kit itself must find the history consistent, and nothing in the schema that no migration makes. */
function checkSchema(): void {
  if (journal.length === 0) return
  const trial = '.cache/migrations'
  rmSync(path.join(root, trial), { recursive: true, force: true })
  mkdirSync(path.join(root, trial), { recursive: true })
  cpSync(path.join(root, folder), path.join(root, trial), { recursive: true })
  const schema = './src/platform/db/schema/*.ts'
  const common = ['--dialect', 'sqlite', '--out', `./${trial}`]
  drizzleKit(['check', ...common])
  const answer = drizzleKit(['generate', ...common, '--schema', schema, '--name', 'trial'])
  const extra = filesUnder(trial, ['.sql']).length - Object.keys(present).length
  if (extra === 0 && /No schema changes/i.test(answer)) return
  if (extra > 0) problems.push('The schema says more than the migrations do; run "npm run migrations:generate"')
  else problems.push(`drizzle-kit could not compare schema and migrations:\n${answer}`)
}

function drizzleKit(args: string[]): string {
  const bin = path.join(root, 'node_modules/drizzle-kit/bin.cjs')
  const run = spawnSync(process.execPath, [bin, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const answer = `${run.stdout}${run.stderr}`
  if (run.status !== 0) problems.push(`drizzle-kit ${args[0]} failed:\n${answer}`)
  return answer
}

function sha256(file: string): string {
  return createHash('sha256')
    .update(readFileSync(path.join(root, file)))
    .digest('hex')
}
