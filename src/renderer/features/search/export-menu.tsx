import { Download } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuLabel } from '../../ui/menu.tsx'
import type { ExportRun } from '../settings/use-export.ts'

/** Saves the entries of the searched days as a file. */
export function ExportMenu({
  run,
  fromDay,
  toDay,
}: {
  run: ExportRun
  fromDay?: string | undefined
  toDay?: string | undefined
}) {
  const range = { ...(fromDay === undefined ? {} : { fromDay }), ...(toDay === undefined ? {} : { toDay }) }
  const isAll = fromDay === undefined && toDay === undefined
  return (
    <Menu
      label="Export"
      trigger={
        <Button size="sm" variant="quiet" disabled={run.progress !== null}>
          <Download aria-hidden="true" size={16} />
          Export
        </Button>
      }
    >
      {/* The host exports whole days; words, projects and tags do not narrow a file. */}
      <MenuLabel>{isAll ? 'Every entry, of all time' : 'Every entry of these days'}</MenuLabel>
      <MenuItem onSelect={() => void run.start({ format: 'csv', ...range })}>As CSV, for spreadsheets</MenuItem>
      <MenuItem onSelect={() => void run.start({ format: 'json', ...range })}>As JSON, with every detail</MenuItem>
    </Menu>
  )
}
