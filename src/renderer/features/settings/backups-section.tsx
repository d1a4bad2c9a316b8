import { useState } from 'react'
import type { Settings } from '../../../shared/contract/entities.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { QueryProblem } from '../../ui/query-problem.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { BackupList } from './backup-list.tsx'
import { OnlineOnly } from './online-only.tsx'
import { SettingsSection } from './settings-section.tsx'
import { TypedSetting } from './typed-setting.tsx'
import { readBackupsKept } from './typed-values.ts'
import { useBackupCommands, useBackupList } from './use-backups.ts'
import { useChangeSettings } from './use-change-settings.ts'

/** Copies of everything, made by themselves each day and before whatever could go wrong; and the way back to one. */
export function BackupsSection({ settings }: { settings: Settings }) {
  const list = useBackupList()
  const { create, restore } = useBackupCommands()
  const kept = useChangeSettings()
  const [isMaking, setIsMaking] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function backUp() {
    if (isMaking) return
    setIsMaking(true)
    setProblem(null)
    const answer = await create()
    setIsMaking(false)
    if (typeof answer === 'string') setProblem(answer)
    else setMade(answer.name)
  }

  return (
    <SettingsSection
      name="backups"
      intro="Copies of everything you have tracked, in the profile’s folder. Stint makes one each day and when it stops, and one before an update or a restore."
      actions={
        <span className="flex items-center gap-3">
          {isMaking && <Spinner label="Backing up" />}
          <OnlineOnly>
            <Button size="sm" aria-disabled={isMaking || undefined} onClick={() => void backUp()}>
              Back up now
            </Button>
          </OnlineOnly>
        </span>
      }
    >
      {problem !== null && (
        <Notice tone="warn" className="mt-2">
          {problem}
        </Notice>
      )}
      {list.data !== undefined ? (
        <BackupList backups={list.data} made={made} onRestore={restore} />
      ) : list.error !== null ? (
        <QueryProblem what="The backups could not be read" error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <SkeletonRows rows={4} label="Loading backups" />
      )}
      <OnlineOnly>
        <TypedSetting
          id="backups-kept"
          label="Newest backups to keep"
          hint="From 3 to 365. Beside these, one of each of the last 7 days and 4 weeks stays. Older ones go when the next backup is made."
          value={settings.backupsKept}
          textOf={String}
          read={readBackupsKept}
          save={(backupsKept) => kept.change({ backupsKept }, `Newest backups to keep: ${backupsKept}`)}
          inputMode="numeric"
          className="w-20! tabular"
        />
      </OnlineOnly>
    </SettingsSection>
  )
}
