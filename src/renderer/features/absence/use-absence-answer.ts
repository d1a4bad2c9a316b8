import { useRef, useState } from 'react'
import type { Absence, AbsenceAnswer } from '../../../shared/contract/absence.ts'
import { refusalText, useCommand } from '../../client/use-command.ts'
import { answerWords } from './absence-words.ts'

export interface AnswerAbsence {
  readonly answer: (answer: AbsenceAnswer) => Promise<void>
  /** Why the last answer was refused: the question still stands. */
  readonly problem: string | null
}

/** Answers the question; the message that says so brings it back with Undo. */
export function useAbsenceAnswer({ id }: Pick<Absence, 'id'>): AnswerAbsence {
  const run = useCommand()
  const [problem, setProblem] = useState<string | null>(null)
  // A second press before the answer is there must not answer the next question.
  const isAnswering = useRef(false)
  return {
    problem,
    async answer(answer) {
      if (isAnswering.current) return
      isAnswering.current = true
      const result = await run((client, commandKey) => client.absence.answer({ commandKey, absenceId: id, answer }), {
        done: (value) => `${answerWords(value)}${answer.kind === 'discard-and-stop' ? ' and stopped' : ''}`,
      })
      isAnswering.current = false
      setProblem(refusalText(result))
    },
  }
}
