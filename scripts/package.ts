/**
 * `npm run package`: packages of this system from the built `out/`, into `out/packages`. Arguments go to
 * electron-builder: `npm run package -- --linux deb --arm64`.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { missingForPackage } from './packaging/missing-for-package.ts'
import { root } from './setup.mjs'

process.exitCode = run()

function run(): number {
  const missing = missingForPackage(root)
  if (missing !== null) {
    process.stderr.write(`stint: ${missing}\n`)
    return 1
  }
  const notices = spawnSync(process.execPath, [path.join(root, 'scripts/check-licences.ts'), '--notices'], {
    cwd: root,
  })
  if (notices.status !== 0) {
    process.stderr.write('stint: A licence is not known to be free to ship; "npm run check -- licences" names it.\n')
    return 1
  }
  writeFileSync(path.join(root, 'out/licences.txt'), notices.stdout)
  const cli = path.join(root, 'node_modules/electron-builder/cli.js')
  const args = [cli, '--publish', 'never', ...process.argv.slice(2)]
  // The builder must not look for a certificate of the person who happens to build: packages are not signed yet.
  const env = { CSC_IDENTITY_AUTO_DISCOVERY: 'false', ...process.env }
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1
}
