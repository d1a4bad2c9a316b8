import { useState } from 'react'
import type { Settings } from '../../../shared/contract/entities.ts'
import { expectSettings } from '../../client/live-store.ts'
import { refusalText, useCommand } from '../../client/use-command.ts'

export interface ChangeSettings {
  /** Changes settings at once; `done` is said in a toast that can take it back. Answers with the words of a refusal. */
  readonly change: (change: Partial<Settings>, done: string) => Promise<string | null>
  /** Why the last change was refused: to be shown beside the field. */
  readonly problem: string | null
  readonly dismiss: () => void
  /** Says why a change is not even tried, in the same place. */
  readonly refuse: (problem: string) => void
}

/** One per field, so that each says its own refusal. */
export function useChangeSettings(): ChangeSettings {
  const run = useCommand()
  const [problem, setProblem] = useState<string | null>(null)
  return {
    problem,
    dismiss: () => setProblem(null),
    refuse: setProblem,
    async change(change, done) {
      setProblem(null)
      const result = await run((client, commandKey) => client.settings.update({ commandKey, ...change }), {
        done,
        optimistic: () => expectSettings(change),
      })
      const words = refusalText(result)
      setProblem(words)
      return words
    },
  }
}
