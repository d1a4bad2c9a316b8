/**
 * The dependency gate: exact versions, each explained, no registry hosts, and every platform's binaries named.
 *
 * npm leaves an optional package out of the lockfile when it could not be fetched at that moment (a registry mirror
 * without other platforms' binaries is enough), and `npm ci` then refuses the lockfile on every machine. `--write` puts
 * the missing ones back: version, os and cpu; npm adds the integrity hash as soon as an install can see the package.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { root } from './setup.mjs'

interface Locked {
  version?: string
  resolved?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

const file = `${root}/package-lock.json`
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> }
const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as Record<string, Record<string, string>>
const problems: string[] = []

for (const [name, range] of Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] })) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
    problems.push(`package.json: ${name} is "${range}", not an exact version`)
}
for (const [where, entry] of Object.entries(lock.packages)) {
  if (entry.resolved?.includes('://')) problems.push(`package-lock.json: ${where} names a registry host`)
}

const explained = readFileSync(`${root}/docs/dependencies.md`, 'utf8')
for (const name of Object.keys({ ...manifest['dependencies'], ...manifest['devDependencies'] })) {
  if (!explained.includes(`\`${name}\``)) problems.push(`docs/dependencies.md has no line for ${name}`)
}

const missing = findMissing()
if (process.argv.includes('--write') && missing.size > 0) {
  for (const [where, entry] of missing) lock.packages[where] = entry
  const [own, ...rest] = Object.entries(lock.packages)
  const sorted = rest.sort(([a], [b]) => a.localeCompare(b, 'en'))
  lock.packages = Object.fromEntries(own ? [own, ...sorted] : sorted)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  process.stdout.write(`Added ${missing.size} packages of other platforms to package-lock.json\n`)
} else {
  for (const where of missing.keys()) problems.push(`package-lock.json lacks ${where}; run "npm run lock:mend"`)
}
for (const problem of problems) process.stdout.write(`${problem}\n`)
if (problems.length === 0) process.stdout.write(`${Object.keys(lock.packages).length - 1} packages locked\n`)
process.exitCode = problems.length === 0 ? 0 : 1

function findMissing(): Map<string, Locked> {
  const found = new Map<string, Locked>()
  for (const [where, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolveFrom(where, name)) continue
      // Only binaries of one platform: anything else that is missing must be seen by a person.
      const platform = platformOf(name)
      if (platform === null) problems.push(`package-lock.json lacks ${name}, wanted by ${where}`)
      else
        found.set(`node_modules/${name}`, { version, ...platform, ...(entry.dev ? { dev: true } : {}), optional: true })
    }
  }
  return found
}

/** Node's own look-up: the folder of the one who asks, then each folder above it. */
function resolveFrom(where: string, name: string): boolean {
  const folders = where === '' ? [] : where.split(/(?:^|\/)node_modules\//).slice(1)
  for (let depth = folders.length; depth >= 0; depth--) {
    const above = folders.slice(0, depth).map((folder) => `node_modules/${folder}/`)
    if (lock.packages[`${above.join('')}node_modules/${name}`]) return true
  }
  return false
}

function platformOf(name: string): Pick<Locked, 'os' | 'cpu' | 'libc'> | null {
  const words = name.split(/[/-]/)
  const os = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'netbsd', 'openbsd', 'sunos', 'aix']
  const cpu = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']
  const foundOs = words.find((word) => os.includes(word))
  const foundCpu = words.find((word) => cpu.includes(word))
  if (foundCpu === 'wasm32') return { cpu: ['wasm32'] }
  if (!foundOs || !foundCpu) return null
  const libc = words.find((word) => /^(musl|gnu)/.test(word))
  if (foundOs !== 'linux' || !libc) return { cpu: [foundCpu], os: [foundOs] }
  return { cpu: [foundCpu], os: [foundOs], libc: [libc.startsWith('musl') ? 'musl' : 'glibc'] }
}
