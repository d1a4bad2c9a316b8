import { clockifyProfile } from './profiles/clockify.ts'
import { runTimeProviderConformance } from './run-time-provider-conformance.ts'

runTimeProviderConformance(clockifyProfile)
