import { answerAbsence } from '../absence/answer-absence.ts'
import { noticeKey } from '../absence/ask-about.ts'
import type { Presence } from '../absence/create-presence.ts'
import type { CoreContext } from '../core-context.ts'
import { withdrawNotification } from '../notifications/withdraw-notification.ts'
import { createOnce } from '../once.ts'
import { runCommand } from '../run-command.ts'
import { unwrap } from './error-bridge.ts'
import type { ContractImplementer } from './implementer.ts'

/** Who is there, and what becomes of the time without them. */
export function createAbsenceRoutes(os: ContractImplementer, context: CoreContext, presence: Presence) {
  // Evidence leaves no command row; a repeated report is heard once.
  const once = createOnce<ReturnType<Presence['report']>>()
  return {
    absence: {
      get: os.absence.get.handler(() => presence.view()),
      answer: os.absence.answer.handler(({ input, context: { actor } }) => {
        const answered = unwrap(runCommand(context, answerAbsence, input, actor))
        presence.acted()
        const absence = context.ports.store.read((reader) => reader.get('absence', input.absenceId))
        if (absence !== undefined) withdrawNotification(context, noticeKey(absence.id, absence.pieces.length))
        return answered
      }),
      report: os.absence.report.handler(async ({ input }) => {
        unwrap(await once(input.commandKey, async () => presence.report(input.report)))
        return presence.view()
      }),
    },
  }
}
