// node upkeep-for-ever.ts DIR: backups and restores in turn, for ever; a line after each.
import { openOwnHost, say } from './own-host.ts'

const [, , dir = ''] = process.argv
const own = await openOwnHost(dir)
if (own !== undefined) {
  const { backups } = own.host.profile
  say('ready')
  for (let round = 0; ; round += 1) {
    const nowMs = Date.now() + round * 1000
    const made = await backups.create('manual', nowMs)
    if (!made.ok) throw new Error(made.error.message)
    say('made')
    const restored = await backups.restore(made.value.name, nowMs + 500)
    if (!restored.ok) throw new Error(restored.error.message)
    say('restored')
  }
}
