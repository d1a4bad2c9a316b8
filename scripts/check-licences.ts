/**
 * Licences of everything that may end up in a package of Stint: fails where one is not known to be free to ship.
 * `--list` names them all, `--notices` prints the texts that have to travel with the program.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isFreeToShip } from './lib/licence-rule.ts'
import { type BundledPackage, bundledPackages } from './packaging/bundled-packages.ts'
import { root } from './setup.mjs'

const packages = bundledPackages(root)
const refused = packages.filter(({ licence }) => !isFreeToShip(licence))

if (process.argv.includes('--notices')) {
  print('Stint contains these packages. Thank you.')
  for (const one of packages) print(`\n${'-'.repeat(80)}\n${one.name} ${one.version}\n\n${noticeOf(one)}`)
} else {
  if (process.argv.includes('--list')) {
    for (const { name, version, licence } of packages) print(`${name} ${version}: ${licence ?? 'says nothing'}`)
  }
  for (const { name, version, licence } of refused) {
    print(`${name} ${version} is under "${licence ?? 'no licence'}", which scripts/lib/licence-rule.ts does not know`)
  }
  print(`${packages.length} packages, ${refused.length} to decide about`)
}
// So few would mean that the search itself is broken.
process.exitCode = refused.length === 0 && packages.length > 50 ? 0 : 1

function noticeOf({ at, licence }: BundledPackage): string {
  const files = readdirSync(at).filter((name) => /^(licen[sc]e|copying|notice)/i.test(name))
  if (files.length === 0) return `Licence: ${licence ?? 'not said'}`
  return files.map((name) => readFileSync(path.join(at, name), 'utf8').trim()).join('\n\n')
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
