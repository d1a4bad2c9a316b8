// node open-once.ts DIR MIGRATIONS: opens the profile with these migrations and closes it; says `begin` and `done`.
import { createSystemClock } from '../../../src/platform/clock/system-clock.ts'
import { silentLog } from '../../../src/platform/log/silent-log.ts'
import { openProfile } from '../../../src/platform/profile/open-profile.ts'
import { say } from './own-host.ts'

const [, , dir = '', migrationsDir = ''] = process.argv
say('begin')
const opened = await openProfile(dir, { migrationsDir, clock: createSystemClock(), log: silentLog })
say(opened.ok ? 'done' : `refused ${opened.error.code}`)
if (opened.ok) await opened.value.close()
