import {
  ArrowLeftRight,
  CircleDollarSign,
  MonitorOff,
  MoreHorizontal,
  Play,
  RotateCcw,
  Square,
  Trash2,
} from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useProvideActions, useShortcuts } from '../../app/actions.ts'
import { useLive, useRunning } from '../../client/live-store.ts'
import { useCatalogue } from '../../client/queries.ts'
import { refusalText } from '../../client/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Popover } from '../../ui/popover.tsx'
import { ProjectField } from '../entries/project-field.tsx'
import { TagsField } from '../entries/tags-field.tsx'
import { WorkItemField } from '../entries/work-item-field.tsx'
import { Elapsed } from './elapsed.tsx'
import { NoteField } from './note-field.tsx'
import { StartTime } from './start-time.tsx'
import { TemplateMenu } from './template-menu.tsx'
import { changeDraft, type Details, STARTING, setSwitching, useTimerDraft } from './timer-draft.ts'
import { useTimer } from './use-timer.ts'

type OpenPart = 'project' | 'tags' | 'item' | 'start' | 'templates' | null

/**
 * One line above every page. While nothing runs it describes what will start; while something runs it describes that,
 * and every change is made at once. Switching describes the next one beside the running one.
 */
export function TimerBar() {
  const running = useRunning()
  const { details: draft, isSwitching } = useTimerDraft()
  const timer = useTimer()
  const { projects } = useCatalogue()
  const shortcuts = useShortcuts()
  const zone = useLive(({ state }) => state?.zone ?? 'UTC')
  const noteRef = useRef<HTMLInputElement>(null)
  const [openPart, setOpenPart] = useState<OpenPart>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const current = running !== null && !isSwitching ? running : null
  const details: Details = current ?? draft
  const startedAtMs = running?.time.kind === 'clock' ? running.time.startedAtMs : null
  // Before the start, as the project will have it.
  const isBillable = details.billable ?? projects.find(({ id }) => id === details.projectId)?.billableByDefault ?? false
  const part = (name: Exclude<OpenPart, null>) => ({
    open: openPart === name,
    onOpenChange: (open: boolean) => setOpenPart(open ? name : null),
  })

  function change(patch: Partial<Details>) {
    if (current === null) changeDraft(patch)
    else void timer.edit(current, patch)
  }

  async function start(patch: Partial<Details> = {}) {
    const result = await timer.start({ ...draft, ...patch })
    setProblem(refusalText(result))
    if (result.ok) noteRef.current?.blur()
  }

  // The field of the next entry is another one than that of the running entry: it is there only now.
  useEffect(() => {
    if (isSwitching) noteRef.current?.focus()
  }, [isSwitching])

  useProvideActions({
    'timer.toggle': () => void (running === null || isSwitching ? start() : timer.stop()),
    'timer.focus': () => {
      noteRef.current?.focus()
      noteRef.current?.select()
    },
    'timer.switch': { run: () => setSwitching(true), when: () => running !== null },
    'timer.continue': { run: () => void timer.continueEntry(), when: () => running === null },
    'timer.discard': { run: () => void timer.discard(), when: () => running !== null },
    'timer.project': () => setOpenPart('project'),
    'timer.tags': () => setOpenPart('tags'),
    'timer.item': () => setOpenPart('item'),
    'timer.startTime': () => setOpenPart('start'),
    'timer.templates': () => setOpenPart('templates'),
    'timer.billable': () => change({ billable: !isBillable }),
    'timer.offComputer': () => change({ offComputer: !details.offComputer }),
  })

  return (
    <section aria-label="Timer" className="shrink-0 border-b border-line bg-surface">
      {isSwitching && running !== null && startedAtMs !== null && (
        <p className="flex items-center gap-2 px-5 pt-2 text-sm text-ink-muted">
          <span aria-hidden="true" className="size-2 rounded-full bg-running" />
          <span className="min-w-0 truncate">
            Still running: {running.note === '' ? 'no note' : running.note},{' '}
            <span className="tabular">
              <Elapsed startedAtMs={startedAtMs} />
            </span>
            . Starting the next one stops it.
          </span>
          <Button size="sm" variant="quiet" onClick={() => setSwitching(false)}>
            Keep it
          </Button>
        </p>
      )}
      <div className="flex min-h-14 items-center gap-1 px-3 max-sm:flex-wrap max-sm:py-2">
        <NoteField
          // Another entry, another field: what was typed for one never lands in the next.
          key={current?.id === STARTING ? 'draft' : (current?.id ?? 'draft')}
          inputRef={noteRef}
          note={details.note}
          placeholder={isSwitching ? 'What comes next?' : current === null ? 'What are you working on?' : 'Add a note'}
          onType={current === null ? (note) => changeDraft({ note }) : undefined}
          onCommit={(note, other) => {
            if (current === null) void start({ note })
            // With Ctrl it is the next thing, and the running one keeps its note.
            else if (other) void timer.start({ note })
            else noteRef.current?.blur()
          }}
          onLeave={(note) => {
            if (current !== null && note !== current.note) void timer.edit(current, { note })
          }}
          onSuggestion={({ uses: _uses, lastUsedMs: _lastUsedMs, ...suggestion }) => {
            if (current === null) void start(suggestion)
            else void timer.edit(current, suggestion)
          }}
          onEscape={isSwitching ? () => setSwitching(false) : undefined}
        />
        <div className="flex min-w-0 items-center gap-0.5 max-sm:order-last max-sm:w-full">
          <ProjectField look="bar" value={details} onChange={(choice) => change({ ...choice })} {...part('project')} />
          <TagsField look="bar" value={details.tagIds} onChange={(tagIds) => change({ tagIds })} {...part('tags')} />
          <WorkItemField
            look="bar"
            value={details.workItemId}
            onChange={(workItemId) => change({ workItemId })}
            {...part('item')}
          />
          <IconButton
            label="Billable"
            shortcut={shortcuts.get('timer.billable')}
            pressed={isBillable}
            onClick={() => change({ billable: !isBillable })}
          >
            <CircleDollarSign size={18} strokeWidth={1.75} />
          </IconButton>
          <IconButton
            label="Away from the computer, such as a meeting: never cut as idle"
            pressed={details.offComputer}
            onClick={() => change({ offComputer: !details.offComputer })}
          >
            <MonitorOff size={18} strokeWidth={1.75} />
          </IconButton>
          <TemplateMenu {...part('templates')} />
        </div>
        <Popover
          label="Start of the timer"
          align="end"
          className="w-84 p-3"
          {...part('start')}
          trigger={
            <button
              type="button"
              title={current === null ? 'Start at another time' : 'Change when it started'}
              className="tabular h-9 min-w-22 shrink-0 rounded-md px-2 text-right text-lg font-medium hover:bg-hover data-[state=open]:bg-pressed"
            >
              {current !== null && startedAtMs !== null ? (
                <Elapsed startedAtMs={startedAtMs} />
              ) : (
                <span className="text-ink-faint">0:00:00</span>
              )}
              <span className="sr-only">
                {current === null ? ' Start at another time' : ' Change when the timer started'}
              </span>
            </button>
          }
        >
          <StartTime
            startedAtMs={current === null ? null : startedAtMs}
            zone={zone}
            verb={current === null ? 'Start then' : 'Change the start'}
            onSet={async (ms, onOverlap) => {
              const options = onOverlap === undefined ? { startedAtMs: ms } : { startedAtMs: ms, onOverlap }
              const result =
                current === null ? await timer.start(draft, options) : await timer.moveStart(current, ms, onOverlap)
              return result.ok ? null : result.error
            }}
            onDone={() => setOpenPart(null)}
          />
        </Popover>
        {current === null ? (
          <Button variant="primary" className="w-22 max-md:w-9 max-md:px-0" onClick={() => void start()}>
            <Play aria-hidden="true" size={16} fill="currentColor" strokeWidth={0} />
            <span className="max-md:sr-only">{isSwitching ? 'Switch' : 'Start'}</span>
          </Button>
        ) : (
          <Button className="w-22 border-running text-running max-md:w-9 max-md:px-0" onClick={() => void timer.stop()}>
            <Square aria-hidden="true" size={14} fill="currentColor" strokeWidth={0} />
            <span className="max-md:sr-only">Stop</span>
          </Button>
        )}
        <Menu
          label="More for the timer"
          trigger={
            <IconButton label="More for the timer">
              <MoreHorizontal size={18} strokeWidth={1.75} />
            </IconButton>
          }
        >
          {running === null ? (
            <MenuItem
              icon={<RotateCcw size={16} />}
              shortcut={shortcuts.get('timer.continue')}
              onSelect={() => void timer.continueEntry()}
            >
              Continue the last entry
            </MenuItem>
          ) : (
            <>
              <MenuItem
                icon={<ArrowLeftRight size={16} />}
                shortcut={shortcuts.get('timer.switch')}
                onSelect={() => setTimeout(() => setSwitching(true))}
              >
                Switch to something else
              </MenuItem>
              <MenuSeparator />
              <MenuItem
                danger
                icon={<Trash2 size={16} />}
                shortcut={shortcuts.get('timer.discard')}
                onSelect={() => void timer.discard()}
              >
                Discard this timer
              </MenuItem>
            </>
          )}
        </Menu>
      </div>
      {problem !== null && (
        <Notice
          tone="warn"
          className="mx-3 mb-2"
          actions={
            <Button size="sm" variant="quiet" onClick={() => setProblem(null)}>
              Dismiss
            </Button>
          }
        >
          {problem}
        </Notice>
      )}
    </section>
  )
}
