import path from 'node:path'
import { flipFuses } from '@electron/fuses'
import { type AfterPackContext, Arch } from 'electron-builder'
import { fuseProblems } from './fuse-problems.ts'
import { fusesFor } from './fuses.ts'
import { packageProblems, type Target } from './package-problems.ts'
import { readAsar } from './read-asar.ts'

/**
 * electron-builder calls this when a program folder stands complete, before it is signed: the fuses are set, and what
 * went in is looked through once more. Throws where something is wrong: no package is better than a wrong one.
 */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName: platform, packager } = context
  const product = packager.appInfo.productFilename
  const isMac = platform === 'darwin'
  const resources = isMac
    ? path.join(appOutDir, `${product}.app/Contents/Resources`)
    : path.join(appOutDir, 'resources')
  // The two halves of a universal program hold the binaries of both: what joins them wants the same files in each.
  const target = { platform, arch: isMac ? 'universal' : Arch[context.arch] } as Target // checked by the line below
  const problems = packageProblems(readAsar(path.join(resources, 'app.asar')), target)
  if (problems.length > 0) throw new Error(`The package is not right:\n${problems.join('\n')}`)

  // They are joined next, and this is called again with the whole.
  if (/-(x64|arm64)-temp$/.test(appOutDir)) return
  const program = path.join(appOutDir, binaryName(context, product))
  await flipFuses(program, fusesFor(platform))
  const standing = await fuseProblems(program, platform)
  if (standing.length > 0) throw new Error(`Fuses that did not take:\n${standing.join('\n')}`)
}

function binaryName({ electronPlatformName, packager }: AfterPackContext, product: string): string {
  if (electronPlatformName === 'darwin') return `${product}.app`
  if (electronPlatformName === 'win32') return `${product}.exe`
  return packager.config.linux?.executableName ?? product
}
