import { CircleHelp } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { ActionId } from '../../../shared/actions/action-list.ts'
import type { Absence } from '../../../shared/contract/absence.ts'
import { useProvideActions, useShortcuts } from '../../app/actions.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { questionWords } from './absence-words.ts'
import { PieceList } from './piece-list.tsx'
import { MAX_PARTS } from './split-rows.ts'
import { useAbsenceAnswer } from './use-absence-answer.ts'
import { useAbsenceEntry } from './use-absence-entry.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useTimeWords } from './use-time-words.ts'

const forms = {
  move: () => import('./move-form.tsx'),
  split: () => import('./split-form.tsx'),
}
const MoveForm = lazy(async () => ({ default: (await forms.move()).MoveForm }))
const SplitForm = lazy(async () => ({ default: (await forms.split()).SplitForm }))

/**
 * What is to become of the time without the person. It waits, takes no focus and never answers itself; further absences
 * are added while it is open, and what is being typed stays.
 */
export function AbsenceQuestion({ absence }: { absence: Absence }) {
  const words = useTimeWords()
  const { entry, isRunning } = useAbsenceEntry(absence.entryId)
  const { answer, problem } = useAbsenceAnswer(absence)
  const [form, setForm] = useState<'move' | 'split' | null>(null)
  const region = useRef<HTMLElement>(null)
  useKeptFocus(region)
  // At hand before they are asked for, also if the host goes away first.
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      for (const load of Object.values(forms)) load().catch(() => undefined)
    })
    return () => cancelIdleCallback(idle)
  }, [])

  const isTooMany = absence.pieces.length > MAX_PARTS
  const keep = () => void answer({ kind: 'keep' })
  const discard = () => void answer({ kind: 'discard' })
  const stop = () => void answer({ kind: 'discard-and-stop' })
  const toggle = (name: 'move' | 'split') => setForm((open) => (open === name ? null : name))
  useProvideActions({
    'absence.keep': keep,
    'absence.discard': discard,
    'absence.stop': { run: stop, when: () => isRunning },
    'absence.move': () => setForm('move'),
    'absence.split': { run: () => setForm('split'), when: () => !isTooMany },
  })

  function close() {
    setForm(null)
    region.current?.querySelector<HTMLElement>(`[data-opens=${form}]`)?.focus()
  }

  return (
    <section
      ref={region}
      aria-label="You were away"
      tabIndex={-1}
      className="shrink-0 border-b border-line bg-accent-soft px-5 py-2 outline-none focus-visible:ring-2 focus-visible:ring-accent focus-visible:ring-inset max-sm:px-3"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex min-w-0 grow basis-100 items-start gap-2">
          <CircleHelp aria-hidden="true" size={18} className="mt-px shrink-0 text-accent-text" />
          <div className="min-w-0">
            <p className="tabular wrap-anywhere">{questionWords(absence.pieces, entry?.note ?? null, words)}</p>
            {absence.pieces.length > 1 && form !== 'split' && <PieceList pieces={absence.pieces} words={words} />}
          </div>
        </div>
        <div className="flex flex-wrap gap-1 max-lg:pl-6.5">
          <Answer action="absence.keep" label="Keep" hint="It was work: nothing changes" onClick={keep} />
          <Answer
            action="absence.discard"
            label="Discard"
            hint={isRunning ? 'Take it out; the timer goes on' : 'Take it out'}
            onClick={discard}
          />
          {isRunning && (
            <Answer
              action="absence.stop"
              label="Discard and stop"
              hint="Take it out; the timer ends when you left"
              onClick={stop}
            />
          )}
          <Answer
            action="absence.move"
            label="Move to…"
            hint="Make it an entry of its own"
            opens="move"
            isOpen={form === 'move'}
            onClick={() => toggle('move')}
          />
          {!isTooMany && (
            <Answer
              action="absence.split"
              label="Split…"
              hint="Decide part by part"
              opens="split"
              isOpen={form === 'split'}
              onClick={() => toggle('split')}
            />
          )}
        </div>
      </div>
      {problem !== null && (
        <Notice tone="warn" className="mt-2">
          {problem}
        </Notice>
      )}
      <Suspense>
        {form === 'move' && <MoveForm pieces={absence.pieces} onAnswer={answer} onCancel={close} />}
        {form === 'split' && <SplitForm pieces={absence.pieces} words={words} onAnswer={answer} onCancel={close} />}
      </Suspense>
    </section>
  )
}

function Answer({
  action,
  label,
  hint,
  opens,
  isOpen,
  onClick,
}: {
  action: ActionId
  label: ReactNode
  /** What it means, in the tooltip. */
  hint: string
  /** For one that opens a form: its name, by which the focus finds back. */
  opens?: string
  isOpen?: boolean
  onClick: () => void
}) {
  const shortcut = useShortcuts().get(action)
  return (
    <Tooltip label={hint} shortcut={shortcut}>
      <Button
        size="sm"
        className="aria-expanded:bg-pressed"
        data-opens={opens}
        aria-expanded={isOpen}
        onClick={onClick}
      >
        {label}
      </Button>
    </Tooltip>
  )
}
