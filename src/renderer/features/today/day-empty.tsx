import { useQuery } from '@tanstack/react-query'
import { CalendarDays, Timer } from 'lucide-react'
import { useLocation } from 'wouter'
import type { Day } from '../../../shared/zone/day.ts'
import { runAction, useShortcuts } from '../../app/actions.ts'
import { useClient } from '../../client/client-context.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'

/** A day without entries; in a profile without any, the way in. */
export function DayEmpty({ day, today }: { day: Day; today: Day }) {
  const client = useClient()
  const filter = { limit: 1 }
  const { data } = useQuery({
    queryKey: queryKeys.entries(filter),
    queryFn: ({ signal }) => client.entries.list(filter, { signal }),
  })
  if (data === undefined) return null
  return data.count === 0 ? <FirstRun /> : <NothingHere day={day} today={today} />
}

function FirstRun() {
  const [, navigate] = useLocation()
  return (
    <EmptyState
      icon={<Timer size={28} strokeWidth={1.5} />}
      title="What are you working on?"
      actions={
        <>
          <Button variant="primary" onClick={() => runAction('timer.focus')}>
            Name your first timer
          </Button>
          <Button onClick={() => navigate('/import')}>Bring in your history</Button>
          <Button variant="quiet" onClick={() => runAction('help.shortcuts')}>
            Look around
          </Button>
        </>
      }
    >
      Write it in the line above and press Enter: the time runs until you stop it. A project, tags and everything else
      can be added whenever you like. All of it stays on this machine.
    </EmptyState>
  )
}

function NothingHere({ day, today }: { day: Day; today: Day }) {
  const shortcuts = useShortcuts()
  return (
    <EmptyState
      icon={<CalendarDays size={28} strokeWidth={1.5} />}
      title={day === today ? 'Nothing tracked today yet' : 'Nothing was tracked on this day'}
      actions={
        <>
          {day === today && (
            <Button variant="primary" onClick={() => runAction('timer.focus')}>
              Start the timer
              <Kbd shortcut={shortcuts.get('timer.focus') ?? ''} />
            </Button>
          )}
          <Button onClick={() => runAction('today.add')}>
            Add an entry by hand
            <Kbd shortcut={shortcuts.get('today.add') ?? ''} />
          </Button>
        </>
      }
    >
      {day === today
        ? 'Start with what you are doing now, or write down below what you have done.'
        : 'Write below what you did, such as 9-10:30 Fix retry @Acme.'}
    </EmptyState>
  )
}
