import type { Account } from '../../../shared/contract/accounts.ts'
import { err, ok } from '../../../shared/result.ts'
import type { SyncProblem } from '../../domain/sync/sync-item.ts'
import type { CoreContext } from '../core-context.ts'
import { notFound } from '../entries/entry-details.ts'
import { notify } from '../notifications/notify.ts'
import { type Command, runCommand } from '../run-command.ts'

/**
 * The provider does not accept the credential: nothing more is asked until a person gives another one, and they are
 * told once. What waits is kept.
 */
export function stopForCredential(context: CoreContext, account: Account, problem: SyncProblem): void {
  const { ids, log, syncStore } = context.ports
  syncStore.saveProgress(account.id, { problem, notBeforeMs: 0 })
  const stopped = runCommand(context, needCredential, { commandKey: `stop:${ids.next()}`, id: account.id }, 'stint')
  if (!stopped.ok) {
    log.warn({ accountId: account.id, reason: stopped.error.code }, 'an account could not be stopped')
    return
  }
  if (!stopped.value.isNew) return
  notify(context, {
    key: `credential:${account.id}:${problem.atMs}`,
    kind: 'problem',
    title: `${account.name} needs a new token or password`,
    body: `${problem.happened} What waits is kept and sent once the account has another one.`,
    place: { page: 'settings', section: 'accounts' },
  })
}

const needCredential: Command<{ commandKey: string; id: string }, { isNew: boolean; name: string }> = {
  name: 'accounts.stop',
  undoable: false,
  label: ({ name }) => `${name} does not accept its credential`,
  run(writer, { id }) {
    const account = writer.get('account', id)
    if (account === undefined) return err(notFound('account', id))
    const isNew = account.state === 'active'
    if (isNew) writer.put('account', { ...account, state: 'needs-credential' })
    return ok({ isNew, name: account.name })
  },
}
