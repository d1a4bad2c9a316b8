import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { packageProblems, type Target } from '../../scripts/packaging/package-problems.ts'
import { type PackedFile, readAsar } from '../../scripts/packaging/read-asar.ts'
import { runtimePackages } from '../../scripts/packaging/runtime-packages.ts'
import { root } from '../../scripts/setup.mjs'

/*
 * electron-builder itself puts packages together here, from a small tree with real dependencies. Only Electron is a
 * stand-in: a file with a fuse wire in it and no program. What this says is what goes into a package and how its fuses
 * stand, not that the package runs.
 */

/** With the fuse wire of an Electron that has `count` fuses, all of them as Electron ships them. */
function electronStandIn(count: number): Buffer {
  const wire = [Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, count]), Buffer.alloc(count, '0')]
  return Buffer.concat([Buffer.alloc(5_000), ...wire, Buffer.alloc(5_000)])
}

let project: string
beforeAll(() => {
  // Inside the checkout, so that the hook finds the packages it imports.
  mkdirSync(path.join(root, '.cache'), { recursive: true })
  project = mkdtempSync(path.join(root, '.cache/packaging-'))
  const tree = [
    ...['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html', 'out/drizzle/local/0000.sql'],
    ...['out/licences.txt', 'resources/tray/idle-dark.png', 'resources/icons/16x16.png'],
    // What must stay out.
    ...['out/main/main.js.map', 'out/renderer/notes.md', 'out/cli/stint.js', 'src/main/main.ts', 'tests/x.test.ts'],
    ...['.env', 'notes.txt'],
  ]
  for (const file of tree) {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true })
    writeFileSync(path.join(project, file), 'x')
  }
  cpSync(path.join(root, 'scripts/packaging'), path.join(project, 'scripts/packaging'), { recursive: true })
  cpSync(path.join(root, 'LICENSE'), path.join(project, 'LICENSE'))
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const copied = [...runtimePackages(root, ['better-sqlite3', 'pino']), 'node-addon-api', 'hono', 'ws']
  const direct = Object.entries(manifest.dependencies).filter(([name]) => copied.includes(name))
  const dependencies = Object.fromEntries(direct)
  writeFileSync(path.join(project, 'package.json'), JSON.stringify({ ...manifest, dependencies, devDependencies: {} }))
  for (const name of copied) {
    cpSync(path.join(root, 'node_modules', name), path.join(project, 'node_modules', name), { recursive: true })
  }
  writeDist('dist', 9)
  writeDist('dist-of-later', 10)
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

function writeDist(name: string, fuseCount: number): void {
  mkdirSync(path.join(project, name, 'locales'), { recursive: true })
  mkdirSync(path.join(project, name, 'resources'))
  writeFileSync(path.join(project, name, 'electron'), electronStandIn(fuseCount), { mode: 0o755 })
  for (const locale of ['en-US', 'sv', 'de']) writeFileSync(path.join(project, name, `locales/${locale}.pak`), '')
}

interface Packed {
  status: number | null
  output: string
  folder: string
  files: PackedFile[]
}

/** @param as whose files: packed as a Linux program all the same, because that asks least of the stand-in. */
function pack(
  as: 'linux' | 'mac' | 'win',
  arch: 'x64' | 'arm64',
  { dist = 'dist', hook = as === 'linux' } = {},
): Packed {
  const config = parse(readFileSync(path.join(root, 'electron-builder.yml'), 'utf8'))
  const output = `packed/${as}-${arch}-${dist}`
  const changed = {
    ...config,
    directories: { ...config.directories, output },
    electronDist: dist,
    electronVersion: '45.4.1',
    linux: { ...config.linux, icon: null, files: config[as].files },
    ...(hook ? {} : { afterPack: null }),
  }
  const file = path.join(project, 'electron-builder.yml')
  writeFileSync(file, stringify(changed))
  const cli = path.join(root, 'node_modules/electron-builder/cli.js')
  const args = [cli, '--linux', 'dir', `--${arch}`, '--publish', 'never', '--config', file]
  const run = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' })
  const made = path.join(project, output)
  const unpacked = existsSync(made) ? readdirSync(made).find((name) => name.endsWith('-unpacked')) : undefined
  const folder = path.join(made, unpacked ?? '')
  const asar = path.join(folder, 'resources/app.asar')
  return {
    status: run.status,
    output: run.stdout + run.stderr,
    folder,
    files: existsSync(asar) ? readAsar(asar) : [],
  }
}

describe('a package', () => {
  it('holds what runs and nothing else, has all fuses set, and its binary where the system can load it', async () => {
    const { status, output, folder, files } = pack('linux', 'x64')
    expect(status, output).toBe(0)
    const packages = files.flatMap(({ path: file }) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [])
    expect([...new Set(packages)].sort()).toEqual(runtimePackages(root, ['better-sqlite3', 'pino']))
    expect(files.map(({ path: file }) => file).filter((file) => !file.startsWith('node_modules/'))).toEqual([
      'LICENSE',
      'out/drizzle/local/0000.sql',
      'out/licences.txt',
      'out/main/main.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'package.json',
      'resources/tray/idle-dark.png',
    ])
    expect(files.filter(({ unpacked }) => unpacked).map(({ path: file }) => file)).toEqual([
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ])
    expect(readdirSync(path.join(folder, 'locales')).sort()).toEqual(['en-US.pak', 'sv.pak'])
    expect(existsSync(path.join(folder, 'resources/app-update.yml'))).toBe(false)

    const wire = await getCurrentFuseWire(path.join(folder, 'stint-desktop'))
    const on = Object.entries(wire).flatMap(([fuse, state]) =>
      state === FuseState.ENABLE && fuse !== 'version' ? [FuseV1Options[Number(fuse)]] : [],
    )
    expect(on.sort()).toEqual(['EnableCookieEncryption', 'OnlyLoadAppFromAsar', 'WasmTrapHandlers'])
  })

  it.each<['linux' | 'mac' | 'win', 'x64' | 'arm64', Target]>([
    ['linux', 'arm64', { platform: 'linux', arch: 'arm64' }],
    ['win', 'x64', { platform: 'win32', arch: 'x64' }],
    ['win', 'arm64', { platform: 'win32', arch: 'arm64' }],
    ['mac', 'x64', { platform: 'darwin', arch: 'universal' }],
    ['mac', 'arm64', { platform: 'darwin', arch: 'universal' }],
  ])('for %s on %s holds the binaries of that system only', (as, arch, target) => {
    const { status, output, files } = pack(as, arch, { hook: false })
    expect(status, output).toBe(0)
    expect(packageProblems(files, target)).toEqual([])
  })

  it('holds every package that the built desktop loads', (context) => {
    const folders = ['out/main', 'out/preload'].map((folder) => path.join(root, folder))
    if (!folders.every(existsSync)) context.skip('out/main is not built; "npm run build"')
    const loaded = folders.flatMap((folder) =>
      readdirSync(folder).flatMap((name) => {
        const code = readFileSync(path.join(folder, name), 'utf8')
        const imports = [
          ...code.matchAll(/^(?:import|export)\b[^'"\n]*['"]([^'"]+)['"]|^.*= require\(["']([^"']+)["']\)/gm),
        ]
        return imports.map(([, imported, required]) => imported ?? required ?? '')
      }),
    )
    const packages = loaded.filter((name) => !name.startsWith('.') && !name.startsWith('node:') && name !== 'electron')
    expect([...new Set(packages)].sort()).toEqual(['better-sqlite3', 'pino'])
  })

  it('is not made when Electron has a fuse that nobody has decided about', () => {
    const { status, output } = pack('linux', 'x64', { dist: 'dist-of-later' })
    expect(status).not.toBe(0)
    expect(output).toContain('strictlyRequireAllFuses')
  })
})
