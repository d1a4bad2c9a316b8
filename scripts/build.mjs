// Builds out/: the renderer, the command line, the desktop's two sides, the migrations beside them. Parts whose inputs are unchanged are skipped.
//   node scripts/build.mjs [--force] [renderer | cli | main | preload | drizzle]…
// Runs on the pinned Node (setup.mjs starts it so).
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { root, runMain, say, takeGuard } from './setup.mjs'

const out = path.join(root, 'out')
const tools = ['package.json', 'package-lock.json', 'scripts/build.mjs', 'tsconfig.base.json']

/**
 * @typedef {object} Part
 * @property {string} name its folder in out/
 * @property {string} entry
 * @property {string[]} inputs files and folders it is made from
 * @property {(dir: string) => Promise<void>} make fills `dir`
 */

/** @type {Part[]} */
const parts = [
  {
    name: 'renderer',
    entry: 'src/renderer/index.html',
    inputs: ['src/renderer', 'src/shared', 'vite.config.ts', 'tsconfig.web.json', ...tools],
    make: makeRenderer,
  },
  {
    name: 'cli',
    entry: 'src/cli/main.ts',
    inputs: ['src/shared', 'src/core', 'src/platform', 'src/server', 'src/cli', 'src/providers', ...tools],
    make: (dir) => makeNodeSide(dir, { stint: 'src/cli/main.ts' }, []),
  },
  {
    name: 'main',
    entry: 'src/main/main.ts',
    inputs: ['src/shared', 'src/core', 'src/platform', 'src/server/local', 'src/main', 'src/providers', ...tools],
    make: (dir) => makeNodeSide(dir, { main: 'src/main/main.ts' }, ['electron']),
  },
  {
    name: 'preload',
    entry: 'src/preload/preload.ts',
    inputs: ['src/shared/contract/channels.ts', 'src/preload', ...tools],
    make: makePreload,
  },
  { name: 'drizzle', entry: 'drizzle/local', inputs: ['drizzle/local'], make: copyMigrations },
]

await runMain(async () => {
  const force = process.argv.includes('--force')
  const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
  for (const part of parts) {
    if (wanted.length > 0 && !wanted.includes(part.name)) continue
    try {
      await buildPart(part, force)
    } catch (error) {
      // The bundler's message names file and line; its stack names only the bundler.
      say(error instanceof Error ? error.message : String(error))
      return 1
    }
  }
  return 0
})

/**
 * @param {Part} part
 * @param {boolean} force
 */
async function buildPart(part, force) {
  if (!existsSync(path.join(root, part.entry))) {
    throw new Error(`${part.entry} is missing: the checkout is not complete; "git status" shows what else is.`)
  }
  const target = path.join(out, part.name)
  const stampFile = path.join(out, `.${part.name}.stamp`)
  const isFresh = () =>
    existsSync(target) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashOf(part.inputs)
  if (!force && isFresh()) return

  const release = await takeGuard('build')
  try {
    if (!force && isFresh()) return
    const startedAt = performance.now()
    const stamp = hashOf(part.inputs)
    // Built aside and swapped in whole: a build that fails or is interrupted leaves the last good one in place.
    const staging = path.join(out, `.${part.name}.new`)
    const old = path.join(out, `.${part.name}.old`)
    for (const left of [staging, old]) rmSync(left, { recursive: true, force: true })
    mkdirSync(staging, { recursive: true })
    await part.make(staging)
    rmSync(stampFile, { force: true })
    if (existsSync(target)) renameSync(target, old)
    renameSync(staging, target)
    writeFileSync(stampFile, stamp)
    rmSync(old, { recursive: true, force: true })
    say(`Built ${part.name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  } finally {
    release()
  }
}

/** @param {string} dir */
async function makeRenderer(dir) {
  await build({
    configFile: path.join(root, 'vite.config.ts'),
    root: path.join(root, 'src/renderer'),
    logLevel: 'warn',
    build: { outDir: dir, emptyOutDir: true },
  })
}

/**
 * @param {string} dir
 * @param {Record<string, string>} input the entry, by the name of its file in `dir`
 * @param {string[]} ofTheRuntime modules that only the runtime has
 */
async function makeNodeSide(dir, input, ofTheRuntime) {
  const external = ['better-sqlite3', 'pino', '@napi-rs/keyring', ...ofTheRuntime]
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions: ['node', 'import', 'module', 'default'] },
    // Bundled, because reading hundreds of small files is most of the start-up time of a CLI. External: better-sqlite3
    // and the keyring find their binaries beside their own files, pino starts worker threads from its own files.
    ssr: { target: 'node', noExternal: true, external },
    build: {
      ssr: true,
      target: 'node24',
      outDir: dir,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, path.join(root, file)])),
        external,
        output: {
          format: 'esm',
          entryFileNames: '[name].js',
          // Beside the entry, not in a folder of their own: `../renderer` and `../drizzle` then mean the same from
          // import.meta.url in every chunk.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  })
}

/**
 * One CommonJS file: a sandboxed preload can neither be a module nor load other files.
 * @param {string} dir
 */
async function makePreload(dir) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      lib: { entry: path.join(root, 'src/preload/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
      target: 'chrome140',
      outDir: dir,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: { external: ['electron'] },
    },
  })
}

/** @param {string} dir */
async function copyMigrations(dir) {
  cpSync(path.join(root, 'drizzle/local'), path.join(dir, 'local'), { recursive: true })
}

/**
 * @param {string[]} inputs
 * @returns {string} a hash over names and contents; tests and notes do not count
 */
function hashOf(inputs) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesUnder).sort()) {
    hash.update(`${path.relative(root, file)}\0`)
    hash.update(readFileSync(file))
    hash.update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} input
 * @returns {string[]}
 */
function filesUnder(input) {
  const full = path.join(root, input)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [full]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
}
