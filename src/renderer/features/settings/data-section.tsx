import { FileJson, FileSpreadsheet, Import } from 'lucide-react'
import { useRef } from 'react'
import { Link } from 'wouter'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ExportProgress } from './export-progress.tsx'
import { FactList } from './fact-list.tsx'
import { OnlineOnly } from './online-only.tsx'
import { placesOf } from './profile-places.ts'
import { SettingRow } from './setting-row.tsx'
import { SettingsSection } from './settings-section.tsx'
import { useExport } from './use-export.ts'

/** Everything out, anything in, and which file holds what. */
export function DataSection({ profile }: { profile: string }) {
  const run = useExport()
  const isBusy = run.progress !== null
  const started = useRef<HTMLButtonElement>(null)
  const start = (format: 'csv' | 'json') => (event: { currentTarget: HTMLButtonElement }) => {
    if (isBusy) return
    started.current = event.currentTarget
    void run.start({ format })
  }
  return (
    <SettingsSection name="data">
      <SettingRow
        label="Export everything"
        hint="CSV opens in every spreadsheet. JSON holds every detail and can be imported again."
      >
        <OnlineOnly className="flex gap-2">
          <Button aria-disabled={isBusy || undefined} onClick={start('csv')}>
            <FileSpreadsheet aria-hidden="true" size={16} />
            CSV
          </Button>
          <Button aria-disabled={isBusy || undefined} onClick={start('json')}>
            <FileJson aria-hidden="true" size={16} />
            JSON
          </Button>
        </OnlineOnly>
        <ExportProgress run={run} className="basis-full" onFocusLost={() => started.current?.focus()} />
      </SettingRow>
      <SettingRow label="Import" hint="From Toggl, Timewarrior, any CSV file, or Stint itself.">
        <Link href="/import" className={buttonClass()}>
          <Import aria-hidden="true" size={16} />
          Import…
        </Link>
      </SettingRow>
      <h3 className="pt-4 font-medium">What is where</h3>
      <FactList facts={placesOf(profile).map(({ what, path }) => ({ name: what, fact: path }))} />
    </SettingsSection>
  )
}
