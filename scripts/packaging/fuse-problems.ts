import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { fusesFor } from './fuses.ts'

/**
 * Compares the fuses of a program with what they should be.
 * @param program the executable, or the `.app` of macOS
 * @returns one line for each that stands otherwise, also for those nobody has decided about
 */
export async function fuseProblems(program: string, platform: string): Promise<string[]> {
  const wanted = new Map(Object.entries(fusesFor(platform)))
  const wire = Object.entries(await getCurrentFuseWire(program)).filter(([fuse]) => fuse !== 'version')
  return wire.flatMap(([fuse, state]) => {
    const want = wanted.get(fuse)
    const name = FuseV1Options[Number(fuse)] ?? `fuse ${fuse}`
    if (want === undefined) return [`${name}: nobody has decided about it`]
    const isOn = state === FuseState.ENABLE
    return isOn === want ? [] : [`${name} is ${isOn ? 'on' : 'off'}`]
  })
}
