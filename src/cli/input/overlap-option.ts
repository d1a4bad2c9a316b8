import { text } from '../command/option-spec.ts'

/** How to treat a finished entry that a start reaches back into. Left out: the command is refused and says so. */
export const overlapOption = text(
  '--overlap <how>',
  'Where an earlier entry is reached: cut it there, or overlap and keep both',
  {
    choices: ['cut', 'overlap'],
  },
)

/** The choice as the contract takes it; an absent one stays absent. */
export function onOverlap(chosen: string | undefined): { onOverlap?: 'cut' | 'overlap' } {
  if (chosen === 'cut' || chosen === 'overlap') return { onOverlap: chosen }
  return {}
}
