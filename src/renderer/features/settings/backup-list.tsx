import { clsx } from 'clsx'
import { useState } from 'react'
import type { Backup } from '../../../shared/contract/host.ts'
import { locale } from '../../app/locale.ts'
import { useLive } from '../../client/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { Cell } from '../../ui/cell.tsx'
import { ColumnHead } from '../../ui/column-head.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { backupReason, describeBytes } from './backup-words.ts'
import { Moment, useMomentWords } from './moment.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import type { BackupCommands } from './use-backups.ts'

const columns =
  'grid-cols-[minmax(0,3fr)_minmax(0,2fr)_72px_64px_88px] gap-x-3 px-3 max-sm:grid-cols-[minmax(0,1fr)_88px]'

/** Every backup, the newest first, and the question before one is restored. */
export function BackupList({
  backups,
  made,
  onRestore,
}: {
  backups: readonly Backup[]
  /** Name of the one that was just made. */
  made: string | null
  onRestore: BackupCommands['restore']
}) {
  const [chosen, setChosen] = useState<Backup | null>(null)
  return (
    <>
      {backups.length === 0 ? (
        <p className="border-b border-line py-6 text-center text-ink-muted">
          There is no backup yet. Stint makes the first one by itself; “Back up now” makes it at once.
        </p>
      ) : (
        <BackupTable backups={backups} made={made} onChoose={setChosen} />
      )}
      {chosen !== null && <RestoreDialog backup={chosen} onRestore={onRestore} onClose={() => setChosen(null)} />}
    </>
  )
}

/** Those that do not fit are scrolled to. */
function BackupTable({
  backups,
  made,
  onChoose,
}: {
  backups: readonly Backup[]
  made: string | null
  onChoose: (backup: Backup) => void
}) {
  return (
    <div className="mt-2 flex flex-col overflow-hidden rounded-md border border-line bg-surface">
      <VirtualTable
        label="Backups"
        columns={columns}
        header={
          <>
            <ColumnHead>When</ColumnHead>
            <ColumnHead className="max-sm:hidden">Why</ColumnHead>
            <ColumnHead className="text-right max-sm:hidden">Size</ColumnHead>
            <ColumnHead className="text-right max-sm:hidden">Entries</ColumnHead>
            <ColumnHead className="sr-only">Restore</ColumnHead>
          </>
        }
        rows={backups}
        keyOf={({ name }) => name}
        rowClass={(_backup, index) =>
          clsx(
            'min-h-(--row-height) border-line hover:bg-hover focus-within:bg-hover',
            index < backups.length - 1 && 'border-b',
          )
        }
        revealKey={made}
        className="max-h-92 overscroll-auto!"
      >
        {(backup) => <BackupCells backup={backup} onChoose={() => onChoose(backup)} />}
      </VirtualTable>
    </div>
  )
}

function BackupCells({ backup, onChoose }: { backup: Backup; onChoose: () => void }) {
  const isOnline = useLive(({ connection }) => connection.kind === 'online')
  const { text } = useMomentWords(backup.madeAtMs)
  return (
    <>
      <Cell className="min-w-0 truncate" title={backup.name}>
        <Moment ms={backup.madeAtMs} />
      </Cell>
      <Cell className="min-w-0 truncate text-ink-muted max-sm:hidden">{backupReason(backup.reason)}</Cell>
      <Cell className="tabular text-right text-ink-muted max-sm:hidden">{describeBytes(backup.bytes, locale())}</Cell>
      <Cell className="tabular text-right text-ink-muted max-sm:hidden">{backup.entries.toLocaleString(locale())}</Cell>
      <Cell className="-mr-2 flex justify-end">
        <Button
          size="sm"
          variant="quiet"
          data-row-focus=""
          disabled={!isOnline}
          aria-label={`Restore ${text}…`}
          onClick={onChoose}
        >
          Restore…
        </Button>
      </Cell>
    </>
  )
}
