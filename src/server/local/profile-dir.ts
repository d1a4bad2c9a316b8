import os from 'node:os'
import path from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/** The folder with all data: `--profile`, else STINT_PROFILE, else where the system keeps a program's data. */
export function chooseProfileDir(
  given: string | undefined,
  env: Env,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = nonEmpty(given) ?? nonEmpty(env['STINT_PROFILE'])
  return chosen === undefined ? defaultProfileDir(env, platform) : path.resolve(chosen)
}

/** Configuration files in the order given; STINT_CONFIG counts only where none is given. */
export function chooseConfigFiles(given: readonly string[], env: Env): readonly string[] {
  const fromEnv = nonEmpty(env['STINT_CONFIG'])
  const chosen = given.length > 0 ? given : fromEnv === undefined ? [] : [fromEnv]
  return chosen.map((file) => path.resolve(file))
}

function defaultProfileDir(env: Env, platform: NodeJS.Platform): string {
  const home = os.homedir()
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Stint')
  if (platform === 'win32') return path.join(nonEmpty(env['APPDATA']) ?? path.join(home, 'AppData', 'Roaming'), 'Stint')
  const dataHome = nonEmpty(env['XDG_DATA_HOME'])
  // The XDG rules say that a relative path is to be ignored.
  const base = dataHome !== undefined && path.isAbsolute(dataHome) ? dataHome : path.join(home, '.local', 'share')
  return path.join(base, 'stint')
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value
}
