/**
 * Electron mends the newest three major versions only. Two behind is where that begins to run out.
 * @param ours exact, from package.json
 * @param latest as the registry has it
 * @returns what to do; null while Electron is young enough
 */
export function electronAgeProblem(ours: string, latest: string): string | null {
  const [have, newest] = [ours, latest].map(majorOf)
  if (have === undefined || newest === undefined) return `Versions that cannot be compared: "${ours}" and "${latest}".`
  if (newest - have <= 1) return null
  return `Electron ${ours} is ${newest - have} major versions behind ${latest}: update it.`
}

function majorOf(version: string): number | undefined {
  const major = /^(\d+)\.\d+\.\d+$/.exec(version)?.[1]
  return major === undefined ? undefined : Number(major)
}
