// node import-once.ts DIR ROWS: imports a CSV of ROWS entries, beside a running timer; says `sent` before and `done` after.
import { uploadCsv } from '../support/every-command.ts'
import { openOwnHost, say } from './own-host.ts'

const [, , dir = '', rows = '0'] = process.argv
const own = await openOwnHost(dir)
if (own !== undefined) {
  const input = await uploadCsv(own, Number(rows), 'killed')
  say('sent')
  const { batch } = await own.client.imports.run({ commandKey: own.key(), ...input })
  say(`done ${batch.added}`)
  await own.host.dispose()
}
