import type { Presence } from '../absence/create-presence.ts'
import { createCommand, removeCommand, updateCommand } from '../catalogue/catalogue-command.ts'
import {
  activitySpec,
  clientSpec,
  projectSpec,
  tagSpec,
  templateSpec,
  workItemSpec,
} from '../catalogue/catalogue-specs.ts'
import { getCatalogue } from '../catalogue/get-catalogue.ts'
import type { CoreContext } from '../core-context.ts'
import { addEntry } from '../entries/add-entry.ts'
import { bulkEditEntries } from '../entries/bulk-edit-entries.ts'
import { dayView } from '../entries/day-view.ts'
import { duplicateEntry } from '../entries/duplicate-entry.ts'
import { fixOverlap } from '../entries/fix-overlap.ts'
import { getEntry } from '../entries/get-entry.ts'
import { listEntries } from '../entries/list-entries.ts'
import { mergeEntries } from '../entries/merge-entries.ts'
import { removeEntries } from '../entries/remove-entries.ts'
import { splitEntry } from '../entries/split-entry.ts'
import { suggestEntries } from '../entries/suggest-entries.ts'
import { updateEntry } from '../entries/update-entry.ts'
import { listHistory } from '../history/list-history.ts'
import { redoCommand, undoCommand } from '../history/move-history.ts'
import { subscribeLive } from '../live/subscribe-live.ts'
import { summarise } from '../reports/summarise.ts'
import { type Command, runCommand } from '../run-command.ts'
import { updateSettings } from '../settings/update-settings.ts'
import type { Sync } from '../sync/create-sync.ts'
import { continueTimer } from '../timer/continue-timer.ts'
import { discardTimer } from '../timer/discard-timer.ts'
import { startTimer } from '../timer/start-timer.ts'
import { stopTimer } from '../timer/stop-timer.ts'
import { timerStatus } from '../timer/timer-status.ts'
import { createAbsenceRoutes } from './absence-routes.ts'
import { createAccountRoutes } from './account-routes.ts'
import { createDesktopRoutes } from './desktop-routes.ts'
import { unwrap } from './error-bridge.ts'
import { createHostRoutes } from './host-routes.ts'
import { createImplementer } from './implementer.ts'
import { createNotificationRoutes } from './notification-routes.ts'
import type { RouterContext } from './router-context.ts'
import { createSyncRoutes } from './sync-routes.ts'
import { createTransferRoutes } from './transfer-routes.ts'

const PAGE = 100
const SUGGESTIONS = 8
const HISTORY = 50

/** Binds each procedure of the contract to its operation. The only file that knows both. */
export function createRouter(context: CoreContext, presence: Presence, sync: Sync) {
  const { ports } = context
  const os = createImplementer(context)

  /** A handler that runs a command for whoever asked. */
  const run =
    <Input extends { commandKey: string }, Output>(command: Command<Input, Output>) =>
    ({ input, context: { actor } }: { input: Input; context: RouterContext }) =>
      unwrap(runCommand(context, command, input, actor))

  return os.router({
    timer: {
      status: os.timer.status.handler(() => timerStatus(context)),
      start: os.timer.start.handler(run(startTimer)),
      stop: os.timer.stop.handler(run(stopTimer)),
      continue: os.timer.continue.handler(run(continueTimer)),
      discard: os.timer.discard.handler(run(discardTimer)),
    },
    entries: {
      get: os.entries.get.handler(({ input }) => unwrap(getEntry(context, input.id))),
      day: os.entries.day.handler(({ input }) => dayView(context, input.day)),
      days: os.entries.days.handler(({ input }) => ({
        days: ports.store.read((reader) => reader.dayTotals(input.fromDay, input.toDay)),
      })),
      list: os.entries.list.handler(({ input: { cursor, limit = PAGE, ...filter } }) =>
        listEntries(context, filter, limit, cursor),
      ),
      suggest: os.entries.suggest.handler(({ input }) =>
        suggestEntries(context, input.text, input.limit ?? SUGGESTIONS),
      ),
      add: os.entries.add.handler(run(addEntry)),
      update: os.entries.update.handler(run(updateEntry)),
      remove: os.entries.remove.handler(run(removeEntries)),
      split: os.entries.split.handler(run(splitEntry)),
      merge: os.entries.merge.handler(run(mergeEntries)),
      duplicate: os.entries.duplicate.handler(run(duplicateEntry)),
      bulkEdit: os.entries.bulkEdit.handler(run(bulkEditEntries)),
      fixOverlap: os.entries.fixOverlap.handler(run(fixOverlap)),
    },
    catalogue: { get: os.catalogue.get.handler(() => getCatalogue(context)) },
    clients: {
      create: os.clients.create.handler(run(createCommand(clientSpec))),
      update: os.clients.update.handler(run(updateCommand(clientSpec))),
      remove: os.clients.remove.handler(run(removeCommand(clientSpec))),
    },
    projects: {
      create: os.projects.create.handler(run(createCommand(projectSpec))),
      update: os.projects.update.handler(run(updateCommand(projectSpec))),
      remove: os.projects.remove.handler(run(removeCommand(projectSpec))),
    },
    activities: {
      create: os.activities.create.handler(run(createCommand(activitySpec))),
      update: os.activities.update.handler(run(updateCommand(activitySpec))),
      remove: os.activities.remove.handler(run(removeCommand(activitySpec))),
    },
    tags: {
      create: os.tags.create.handler(run(createCommand(tagSpec))),
      update: os.tags.update.handler(run(updateCommand(tagSpec))),
      remove: os.tags.remove.handler(run(removeCommand(tagSpec))),
    },
    workItems: {
      create: os.workItems.create.handler(run(createCommand(workItemSpec))),
      update: os.workItems.update.handler(run(updateCommand(workItemSpec))),
      remove: os.workItems.remove.handler(run(removeCommand(workItemSpec))),
    },
    templates: {
      create: os.templates.create.handler(run(createCommand(templateSpec))),
      update: os.templates.update.handler(run(updateCommand(templateSpec))),
      remove: os.templates.remove.handler(run(removeCommand(templateSpec))),
    },
    settings: {
      get: os.settings.get.handler(() => ({ settings: ports.store.read((reader) => reader.settings()) })),
      update: os.settings.update.handler(run(updateSettings)),
    },
    history: {
      list: os.history.list.handler(({ input }) => listHistory(context, input.limit ?? HISTORY)),
      undo: os.history.undo.handler(run(undoCommand)),
      redo: os.history.redo.handler(run(redoCommand)),
    },
    reports: { summary: os.reports.summary.handler(({ input }) => summarise(context, input)) },
    live: { subscribe: os.live.subscribe.handler(({ signal }) => subscribeLive(context, signal)) },
    ...createTransferRoutes(os, context),
    ...createHostRoutes(os, context),
    ...createAbsenceRoutes(os, context, presence),
    ...createDesktopRoutes(os, context),
    ...createNotificationRoutes(os, context),
    ...createAccountRoutes(os, context, sync),
    ...createSyncRoutes(os, context, sync),
  })
}

export type StintRouter = ReturnType<typeof createRouter>
