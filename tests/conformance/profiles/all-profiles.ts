import type { WireProfile } from '../kit/wire-profile.ts'
import { clockifyProfile } from './clockify.ts'
import { togglProfile } from './toggl.ts'

/** Every time provider that the kit holds to its scenarios; docs/providers.md is made of them. */
export const allProfiles: readonly WireProfile[] = [togglProfile, clockifyProfile]
