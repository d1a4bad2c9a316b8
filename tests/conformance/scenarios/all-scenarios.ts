import type { Scenario } from '../kit/scenario.ts'
import { happy } from './t01-happy.ts'
import { pages } from './t02-pages.ts'
import { credential } from './t03-credential.ts'
import { rights } from './t04-rights.ts'
import { gone } from './t05-gone.ts'
import { conflict } from './t06-conflict.ts'
import { limits } from './t07-limits.ts'
import { serverFaults } from './t08-server-faults.ts'
import { timeouts } from './t09-timeouts.ts'
import { resets } from './t10-resets.ts'
import { malformed } from './t11-malformed.ts'
import { crash } from './t12-crash.ts'
import { twice } from './t13-twice.ts'
import { clocks } from './t14-clocks.ts'
import { zones } from './t15-zones.ts'
import { textsScenario } from './t16-texts.ts'
import { backfill } from './t17-backfill.ts'
import { rounding } from './t18-rounding.ts'
import { remoteEdits } from './t19-remote-edits.ts'
import { secretsAndSize } from './t20-secrets-and-size.ts'

export const allScenarios: readonly Scenario[] = [
  happy,
  pages,
  credential,
  rights,
  gone,
  conflict,
  limits,
  serverFaults,
  timeouts,
  resets,
  malformed,
  crash,
  twice,
  clocks,
  zones,
  textsScenario,
  backfill,
  rounding,
  remoteEdits,
  secretsAndSize,
]
