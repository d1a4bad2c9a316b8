import { type ReactNode, useState } from 'react'
import type { Backup } from '../../../shared/contract/host.ts'
import { locale } from '../../app/locale.ts'
import { useLive, useRunning } from '../../client/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { describeEntries } from './backup-words.ts'
import { useMomentWords } from './moment.tsx'
import type { BackupCommands } from './use-backups.ts'

/** Says exactly what a restore does before it is done. A refusal stays here, with what to do. */
export function RestoreDialog({
  backup,
  onRestore,
  onClose,
}: {
  backup: Backup
  onRestore: BackupCommands['restore']
  onClose: () => void
}) {
  const [isRestoring, setIsRestoring] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isOnline = useLive(({ connection }) => connection.kind === 'online')
  const running = useRunning()
  const { inText } = useMomentWords(backup.madeAtMs)

  async function restore() {
    if (isRestoring || !isOnline) return
    setIsRestoring(true)
    setProblem(null)
    const refusal = await onRestore(backup, inText)
    setIsRestoring(false)
    if (refusal === null) onClose()
    else setProblem(refusal)
  }

  return (
    <Dialog
      open
      // While it is being done there is nothing to close: it cannot be stopped halfway.
      onOpenChange={(open) => !open && !isRestoring && onClose()}
      title={`Restore the backup of ${inText}?`}
      footer={
        <>
          <Button onClick={() => !isRestoring && onClose()} aria-disabled={isRestoring || undefined}>
            Cancel
          </Button>
          <Button
            variant="primary"
            onClick={() => void restore()}
            aria-disabled={isRestoring || !isOnline || undefined}
          >
            Restore
          </Button>
        </>
      }
    >
      <ul className="flex list-disc flex-col gap-2 pl-5">
        <Fact>
          Everything becomes as it was then: {describeEntries(backup.entries, locale())}, with their projects, tags,
          templates and settings.
        </Fact>
        <Fact>What is there now is first kept as a backup of its own, at the top of the list.</Fact>
        {running !== null && (
          <Fact>
            The running timer goes into that backup. A timer runs afterwards only if one ran when this backup was made.
          </Fact>
        )}
        <Fact>Undo does not go back over a restore: to come back, restore the backup that is made now.</Fact>
      </ul>
      {isRestoring && <ProgressBar label="Restoring" value={null} className="mt-4 w-full" />}
      {problem !== null && (
        <Notice tone="danger" className="mt-4">
          {problem}
        </Notice>
      )}
      {!isOnline && !isRestoring && (
        <Notice tone="warn" className="mt-4">
          Stint is not answering. Nothing can be restored until it is back.
        </Notice>
      )}
    </Dialog>
  )
}

function Fact({ children }: { children: ReactNode }) {
  return <li className="text-pretty">{children}</li>
}
