import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { ACTIONS, type ActionId, type ActionInfo } from '../../../shared/actions/action-list.ts'
import type { Settings } from '../../../shared/contract/entities.ts'
import { useProvideActions } from '../../app/actions.ts'
import { effectiveShortcuts } from '../../app/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/text-field.tsx'
import { OnlineOnly } from './online-only.tsx'
import { startersOf } from './recorded-keys.ts'
import { SettingsSection } from './settings-section.tsx'
import { isChanged } from './shortcut-edits.ts'
import { ShortcutRow } from './shortcut-row.tsx'
import { findActions } from './shortcut-search.ts'
import { useChangeSettings } from './use-change-settings.ts'

/** Every action and its keys, to be found by name or by keys, and changed by pressing others. */
export function ShortcutsSection({ settings }: { settings: Settings }) {
  const overrides = settings.shortcuts
  const { change, problem } = useChangeSettings()
  const [text, setText] = useState('')
  const search = useRef<HTMLInputElement>(null)
  useProvideActions({ 'list.filter': () => search.current?.focus() })
  const shortcuts = useMemo(() => effectiveShortcuts(overrides), [overrides])
  const starters = useMemo(() => startersOf(shortcuts.values()), [shortcuts])
  const changed = ACTIONS.filter((action) => isChanged(overrides, action)).length
  const found = findActions(text, shortcuts)

  return (
    <SettingsSection
      name="shortcuts"
      intro="Single letters do nothing while you type. Choose an action’s keys, then press others."
      actions={
        <OnlineOnly>
          <Button
            size="sm"
            aria-disabled={changed === 0 || undefined}
            onClick={() => changed > 0 && void change({ shortcuts: {} }, 'All shortcuts are as they came')}
          >
            Reset all{changed > 0 ? ` (${changed})` : ''}
          </Button>
        </OnlineOnly>
      }
    >
      {problem !== null && (
        <p role="alert" className="pt-2 text-sm text-danger">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3 py-3">
        <Input
          ref={search}
          type="search"
          aria-label="Find an action"
          placeholder="Find an action, or keys such as ctrl k"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setText('')
          }}
          className="w-72!"
        />
        <span role="status" className="tabular text-sm text-ink-faint">
          {text.trim() === ''
            ? ''
            : found.length === 0
              ? `Nothing is called “${text.trim()}”`
              : `${found.length} found`}
        </span>
      </div>
      <OnlineOnly>
        {groupsOf(found).map(([group, actions]) => (
          <div key={group} className="mb-4">
            <h3 id={`shortcuts-${group}`} className="mb-1 text-sm font-medium text-ink-muted">
              {group}
            </h3>
            <ul
              aria-labelledby={`shortcuts-${group}`}
              onKeyDown={moveByArrows}
              className="overflow-hidden rounded-md border border-line bg-surface"
            >
              {actions.map((action) => (
                <ShortcutRow
                  key={action.id}
                  action={action}
                  shortcut={shortcuts.get(action.id as ActionId) ?? ''}
                  overrides={overrides}
                  starters={starters}
                />
              ))}
            </ul>
          </div>
        ))}
      </OnlineOnly>
    </SettingsSection>
  )
}

function groupsOf(actions: readonly ActionInfo[]): [string, ActionInfo[]][] {
  return [...Map.groupBy(actions, ({ group }) => group)]
}

/** Up and down go from action to action, over the groups. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const buttons = [...(event.currentTarget.closest('section')?.querySelectorAll<HTMLElement>('[data-shortcut]') ?? [])]
  const here = buttons.findIndex((button) => button.closest('li')?.contains(event.target as Node) === true)
  const next = here < 0 ? undefined : buttons[here + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
