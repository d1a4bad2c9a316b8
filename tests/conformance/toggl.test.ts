import { togglProfile } from './profiles/toggl.ts'
import { runTimeProviderConformance } from './run-time-provider-conformance.ts'

runTimeProviderConformance(togglProfile)
