// node holder.ts DIR [start]: owns the profile until stdin ends, then closes it in good order.
import { openOwnHost, say } from './own-host.ts'

const [, , dir = '', then] = process.argv
const own = await openOwnHost(dir)
if (own !== undefined) {
  if (then === 'start') await own.client.timer.start({ commandKey: own.key(), note: 'Held' })
  say('open')
  process.stdin.resume()
  await new Promise((resolve) => process.stdin.once('end', resolve))
  await own.host.dispose()
  say('closed')
}
