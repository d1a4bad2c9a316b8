import { Command } from 'cmdk'
import { ArrowRight, CalendarDays, CircleHelp, Eye, List, type LucideIcon, Play, Timer, Undo2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { ActionId } from '../../shared/actions/action-list.ts'
import { formatDayTitle } from '../../shared/format/format-day-title.ts'
import { parseDayInput } from '../../shared/time-input/parse-day-input.ts'
import { hostNowMs, useLive } from '../client/live-store.ts'
import { useCatalogue } from '../client/queries.ts'
import { useCommand } from '../client/use-command.ts'
import { ColourDot } from '../ui/colour-dot.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { rankOptions } from '../ui/rank-options.ts'
import { availableActions, runAction, useShortcuts } from './actions.ts'
import { locale } from './locale.ts'
import { takeTypedAhead } from './typed-ahead.ts'

/** Finds every action, page, project and day by typing; what fits nothing can still be started as a timer. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  useEffect(() => setText((before) => takeTypedAhead() + before), [])
  const [, navigate] = useLocation()
  const run = useCommand()
  const shortcuts = useShortcuts()
  const catalogue = useCatalogue()
  // Asked once: what can be done depends on where the focus was before the palette opened.
  const [actions] = useState(() => availableActions().filter(({ id }) => id !== 'help.palette'))
  const day = useTypedDay(text)
  const found = rankOptions(
    actions.map(({ id, title, group, keywords }) => ({
      id,
      group,
      label: title,
      keywords: `${keywords ?? ''} ${group}`,
    })),
    text,
  )
  const projects =
    text.trim() === ''
      ? []
      : rankOptions(
          catalogue.projects.map((project) => ({ ...project, label: project.name })),
          text,
          8,
        )
  const typed = text.trim()

  /** First closes, so that the focus is back where it was when the action looks for it. */
  const chosen = useRef<(() => void) | null>(null)
  function choose(then: () => void) {
    chosen.current = then
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      onClosed={() => chosen.current?.()}
      title="Commands"
      hideTitle
      className="max-w-150"
    >
      <Command label="Commands" shouldFilter={false} loop className="flex max-h-[60vh] flex-col">
        <Command.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder="Type what to do, a project, or a day"
          className="h-12 shrink-0 border-b border-line bg-transparent px-4 text-lg outline-none"
        />
        <Command.List className="min-h-0 overflow-y-auto p-2">
          {day !== null && (
            <Item
              value="day"
              icon={<CalendarDays size={16} />}
              onSelect={() => choose(() => navigate(`/today/${day}`))}
            >
              Go to {formatDayTitle(day, locale())} {day.slice(0, 4)}
            </Item>
          )}
          {found.map(({ id, label, group }) => (
            <Item
              key={id}
              value={id}
              icon={<GroupIcon group={group} />}
              end={<Kbd shortcut={shortcuts.get(id as ActionId) ?? ''} />}
              onSelect={() => choose(() => runAction(id as ActionId))}
            >
              {label}
            </Item>
          ))}
          {projects.map(({ id, label, colour }) => (
            <Item
              key={id}
              value={id}
              icon={<ColourDot colour={colour} />}
              end={<span className="text-sm text-ink-faint">Project</span>}
              onSelect={() => choose(() => navigate(`/projects/${id}`))}
            >
              {label}
            </Item>
          ))}
          {typed !== '' && (
            <Item
              value="start"
              icon={<Play size={16} />}
              onSelect={() =>
                choose(
                  () =>
                    void run((client, commandKey) => client.timer.start({ commandKey, note: typed }), {
                      done: `Started “${typed}”`,
                      toastRefusal: true,
                    }),
                )
              }
            >
              Start the timer with “{typed}”
            </Item>
          )}
        </Command.List>
      </Command>
    </Dialog>
  )
}

const groupIcons: Partial<Record<string, LucideIcon>> = {
  Timer,
  Day: CalendarDays,
  'Go to': ArrowRight,
  Edit: Undo2,
  View: Eye,
  Help: CircleHelp,
}

function GroupIcon({ group }: { group: string }) {
  const Icon = groupIcons[group] ?? List
  return <Icon size={16} />
}

function Item({
  value,
  icon,
  end,
  onSelect,
  children,
}: {
  value: string
  icon: ReactNode
  end?: ReactNode
  onSelect: () => void
  children: ReactNode
}) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-9 items-center gap-3 rounded-md px-2 select-none data-[selected=true]:bg-hover"
    >
      <span aria-hidden="true" className="flex size-4 shrink-0 items-center justify-center text-ink-faint">
        {icon}
      </span>
      <span className="min-w-0 grow truncate">{children}</span>
      {end}
    </Command.Item>
  )
}

/** `yesterday`, `mon`, `2026-11-20`; null where the text is no day. */
function useTypedDay(text: string): string | null {
  const zone = useLive(({ state }) => state?.zone)
  if (zone === undefined || text.trim() === '') return null
  const parsed = parseDayInput(text, { nowMs: hostNowMs(), zone })
  return parsed.ok ? parsed.value.day : null
}
