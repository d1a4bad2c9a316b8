import { useCallback, useEffect } from 'react'
import type { Notification } from '../../../shared/contract/notifications.ts'
import { goToPlace } from '../../app/go-to-place.ts'
import { useCommand } from '../../client/use-command.ts'
import { followNotices } from './follow-notices.ts'

/** Goes where a notice leads, and marks it as read. */
export function useOpenNotice(): (notice: Notification) => void {
  const run = useCommand()
  return useCallback(
    ({ id, place, readAtMs }: Notification) => {
      goToPlace(place)
      if (readAtMs === null) void run((client, commandKey) => client.notifications.read({ commandKey, ids: [id] }))
    },
    [run],
  )
}

/** Shows notices for as long as the frame is there. */
export function useNotices(): void {
  const open = useOpenNotice()
  useEffect(() => followNotices(open), [open])
}
