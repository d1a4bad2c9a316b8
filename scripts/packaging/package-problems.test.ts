import { describe, expect, it } from 'vitest'
import { packageProblems, type Target } from './package-problems.ts'

const linux: Target = { platform: 'linux', arch: 'x64' }
const binary = { path: 'node_modules/better-sqlite3/prebuilds/linux-x64.node', unpacked: true }
const good = [
  ...['package.json', 'LICENSE', 'out/licences.txt', 'out/main/main.js', 'out/preload/preload.cjs'],
  ...[
    'out/renderer/index.html',
    'out/drizzle/local/0000.sql',
    'resources/tray/idle.png',
    'node_modules/real-require/src/index.js',
  ],
].map((path) => ({ path, unpacked: false }))
const packed = (...paths: string[]) => [...good, binary, ...paths.map((path) => ({ path, unpacked: false }))]

describe('a package', () => {
  it('is right when it holds what runs', () => {
    expect(packageProblems(packed(), linux)).toEqual([])
  })

  it.each([
    'src/main/main.ts',
    'tests/x.test.ts',
    'scripts/build.mjs',
    'out/cli/stint.js',
    'out/main/main.js.map',
    'out/renderer/README.md',
    'node_modules/pino/test/basic.js',
    'node_modules/split2/bench.js',
    '.env',
    'node_modules/better-sqlite3/src/better_sqlite3.cpp',
  ])('is wrong with %s in it', (path) => {
    expect(packageProblems(packed(path), linux)).toEqual([expect.stringContaining(path)])
  })

  it.each(good.map(({ path }) => path).filter((path) => !/LICENSE|real-require/.test(path)))(
    'is wrong without %s',
    (path) => {
      const files = packed().filter((file) => file.path !== path)
      expect(packageProblems(files, linux)).toHaveLength(1)
    },
  )

  it('is wrong with no binary, another system’s, one too many, or one that lies inside the archive', () => {
    expect(packageProblems(good, linux)).toEqual([expect.stringContaining('missing')])
    expect(packageProblems(packed(), { platform: 'win32', arch: 'x64' })).toHaveLength(2)
    expect(packageProblems(packed(), { platform: 'linux', arch: 'arm64' })).toHaveLength(2)
    expect(packageProblems([...packed(), { ...binary, path: binary.path.replace('x64', 'arm64') }], linux)).toEqual([
      expect.stringContaining('another platform'),
    ])
    expect(packageProblems([...good, { ...binary, unpacked: false }], linux)).toEqual([
      expect.stringContaining('inside the archive'),
    ])
  })

  it('of macOS has the binaries of both kinds of machine', () => {
    const both = ['x64', 'arm64'].map((arch) => ({
      ...binary,
      path: binary.path.replace('linux-x64', `darwin-${arch}`),
    }))
    expect(packageProblems([...good, ...both], { platform: 'darwin', arch: 'universal' })).toEqual([])
    expect(packageProblems([...good, ...both.slice(1)], { platform: 'darwin', arch: 'universal' })).toHaveLength(1)
  })
})
