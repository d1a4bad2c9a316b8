import { enableCompileCache } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'

// Before anything else is loaded: compiled code is kept between runs, which halves the time that loading takes.
enableCompileCache(process.env['NODE_COMPILE_CACHE'] ?? cacheDir())

const { runCli } = await import('./run-cli.ts')
await runCli()

/** Not Node's default under Linux's shared /tmp: whoever makes that folder first could put code of their own into it. */
function cacheDir(): string {
  // The temporary folders of macOS and Windows are the person's own.
  if (process.platform !== 'linux') return path.join(tmpdir(), 'stint-compiled')
  return path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'stint', 'compiled')
}
