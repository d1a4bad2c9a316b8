import { Combine, Copy, LayoutTemplate, MonitorOff, MoreHorizontal, Play, Scissors, Trash2 } from 'lucide-react'
import { memo } from 'react'
import type { Entry } from '../../../shared/contract/entities.ts'
import { useShortcuts } from '../../app/actions.ts'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { useDayContext } from './day-context.ts'

/** Everything one can do with an entry that is not a field of its row. */
export const RowMenu = memo(function RowMenu({
  entry,
  next,
  tabIndex,
}: {
  entry: Entry
  /** The entry below, for merging; null where there is none that could be. */
  next: Entry | null
  tabIndex: number
}) {
  const { commands, askSplit, focusEntry } = useDayContext()
  const shortcuts = useShortcuts()
  const isRunning = entry.time.kind === 'clock' && entry.time.endedAtMs === null
  return (
    <Menu
      label="Entry"
      trigger={
        <button
          type="button"
          tabIndex={tabIndex}
          aria-label="More"
          title="More"
          className="inline-flex size-7 items-center justify-center rounded-md text-ink-faint opacity-0 group-hover/row:opacity-100 group-focus-within/row:opacity-100 hover:bg-pressed hover:text-ink data-[state=open]:bg-pressed data-[state=open]:opacity-100"
        >
          <MoreHorizontal size={16} />
        </button>
      }
    >
      {!isRunning && (
        <MenuItem
          icon={<Play size={16} />}
          shortcut={shortcuts.get('entry.continue')}
          onSelect={() => void commands.continueEntry(entry)}
        >
          Continue
        </MenuItem>
      )}
      {!isRunning && (
        <MenuItem
          icon={<Copy size={16} />}
          shortcut={shortcuts.get('entry.duplicate')}
          onSelect={async () => {
            const result = await commands.duplicate(entry)
            if (result.ok) focusEntry(result.value.entry.id)
          }}
        >
          Duplicate
        </MenuItem>
      )}
      {entry.time.kind === 'clock' && (
        <MenuItem
          icon={<Scissors size={16} />}
          shortcut={shortcuts.get('entry.split')}
          onSelect={() => askSplit(entry)}
        >
          Split…
        </MenuItem>
      )}
      {next !== null && !isRunning && (
        <MenuItem
          icon={<Combine size={16} />}
          shortcut={shortcuts.get('entry.merge')}
          onSelect={() => void commands.merge([entry.id, next.id])}
        >
          Merge with the next
        </MenuItem>
      )}
      <MenuItem
        icon={<MonitorOff size={16} />}
        onSelect={() => void commands.update(entry, { offComputer: !entry.offComputer })}
      >
        {entry.offComputer ? 'Was at the computer' : 'Was away from the computer'}
      </MenuItem>
      <MenuItem
        icon={<LayoutTemplate size={16} />}
        shortcut={shortcuts.get('entry.saveTemplate')}
        onSelect={() => void commands.saveTemplate(entry)}
      >
        Save as a template
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        danger
        icon={<Trash2 size={16} />}
        shortcut={shortcuts.get('entry.delete')}
        onSelect={() => void commands.remove([entry])}
      >
        Delete
      </MenuItem>
    </Menu>
  )
})
