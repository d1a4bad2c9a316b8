import { useEffect, useRef } from 'react'
import { useProvideActions } from '../../app/actions.ts'
import { useAppearance } from '../../app/appearance.ts'
import { setPageTitle } from '../../app/document-title.tsx'
import { useShortcutKeys } from '../../app/use-shortcut-keys.ts'
import { useConnection } from '../../client/client-context.ts'
import { useLive, useRunning } from '../../client/live-store.ts'
import { redoCommand, undoCommand } from '../../client/use-command.ts'
import { MessageLine } from '../../ui/toast.tsx'
import { changeDraft, type Details, useTimerDraft } from '../timer/timer-draft.ts'
import { useTimer } from '../timer/use-timer.ts'
import { MiniAbsence } from './mini-absence.tsx'
import { MiniContact } from './mini-contact.tsx'
import { MiniControls } from './mini-controls.tsx'
import { MiniFoot } from './mini-foot.tsx'
import { MiniNote } from './mini-note.tsx'

/**
 * The timer alone, in a window of about 360×120 px that stays on top of others: the note, the project, start and stop.
 * One line below says whatever else has to be said.
 */
export function MiniPage() {
  useAppearance()
  useShortcutKeys(false)
  useEffect(() => setPageTitle('Timer'), [])
  const isKnown = useLive(({ state }) => state !== null)
  return (
    <main className="flex h-full flex-col gap-1 overflow-hidden bg-surface px-2 py-1.5">
      <h1 className="sr-only">Timer</h1>
      {isKnown ? <MiniTimer /> : <MiniContact />}
    </main>
  )
}

function MiniTimer() {
  const running = useRunning()
  const { details: draft } = useTimerDraft()
  const connection = useConnection()
  const timer = useTimer()
  const isOnline = useLive((live) => live.connection.kind === 'online')
  const absence = useLive(({ state }) => state?.absence ?? null)
  const note = useRef<HTMLInputElement>(null)
  const project = useRef<HTMLSelectElement>(null)
  const details: Details = running ?? draft

  const toggle = () => void (running === null ? timer.start(draft, {}, true) : timer.stop())
  const continueLast = () => void timer.continueEntry()
  useProvideActions({
    'timer.toggle': toggle,
    'timer.focus': () => {
      note.current?.focus()
      note.current?.select()
    },
    'timer.project': () => project.current?.focus(),
    'timer.continue': { run: continueLast, when: () => running === null },
    'timer.discard': { run: () => void timer.discard(), when: () => running !== null },
    'edit.undo': () => void undoCommand(connection),
    'edit.redo': () => void redoCommand(connection),
  })

  return (
    <>
      <MiniNote
        inputRef={note}
        note={details.note}
        isRunning={running !== null}
        onType={(text) => {
          if (running === null) changeDraft({ note: text })
        }}
        onCommit={(text) => {
          if (running === null) void timer.start({ ...draft, note: text }, {}, true)
          else if (text !== running.note) void timer.edit(running, { note: text })
        }}
      />
      <MiniControls
        projectRef={project}
        running={running}
        details={details}
        onProject={(choice) => {
          if (running === null) changeDraft(choice)
          else void timer.edit(running, choice)
        }}
        onToggle={toggle}
        onContinue={continueLast}
      />
      <div className="mt-auto flex h-8 shrink-0 items-center text-sm">
        {isOnline ? (
          <MessageLine>
            {absence === null ? <MiniFoot /> : <MiniAbsence key={absence.id} absence={absence} />}
          </MessageLine>
        ) : (
          <MiniContact />
        )}
      </div>
    </>
  )
}
