import type { PackedFile } from './read-asar.ts'

/** Electron's names, which are also those of better-sqlite3's binaries; `universal` is both of macOS. */
export interface Target {
  platform: 'linux' | 'darwin' | 'win32'
  arch: 'x64' | 'arm64' | 'universal'
}

const wanted = [
  'package.json',
  'out/licences.txt',
  'out/main/main.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]
const rooms =
  /^(package\.json$|LICENSE$|out\/licences\.txt$|out\/(main|preload|renderer|drizzle)\/|resources\/tray\/|node_modules\/)/
const foreign =
  /\.(map|tsx?|mts|cts|md|sh)$|(^|\/)(src|tests?|__tests__|benchmarks?|examples?|fixtures)\/|(^|[./])(test|bench(mark)?)\.[cm]?js$/
/** Licences travel with what they are about; the code of one package lies in a folder called src. */
const kept = /(^|\/)LICEN[SC]E(\.md)?$|^node_modules\/real-require\/src\//

/** What is wrong with a package that was put together; empty when nothing is. */
export function packageProblems(files: readonly PackedFile[], target: Target): string[] {
  const paths = new Set(files.map(({ path }) => path))
  const natives = files.filter(({ path }) => path.endsWith('.node'))
  const expected = binariesOf(target)
  const has = (start: string) => files.some(({ path }) => path.startsWith(start))
  return [
    ...wanted.filter((path) => !paths.has(path)).map((path) => `${path} is missing`),
    ...(has('out/drizzle/local/') ? [] : ['the migrations are missing']),
    ...(has('resources/tray/') ? [] : ['the tray icons are missing']),
    ...files.filter(({ path }) => !rooms.test(path)).map(({ path }) => `${path} has no business in the package`),
    ...files
      .filter(({ path }) => rooms.test(path) && foreign.test(path) && !kept.test(path))
      .map(({ path }) => `${path} is nothing that runs`),
    ...expected.filter((path) => !paths.has(path)).map((path) => `${path} is missing`),
    ...natives.filter(({ path }) => !expected.includes(path)).map(({ path }) => `${path} is of another platform`),
    ...natives
      .filter(({ unpacked }) => !unpacked)
      .map(({ path }) => `${path} lies inside the archive: no system loads it`),
  ]
}

function binariesOf({ platform, arch }: Target): string[] {
  const archs = arch === 'universal' ? ['x64', 'arm64'] : [arch]
  return archs.map((one) => `node_modules/better-sqlite3/prebuilds/${platform}-${one}.node`)
}
