import { Bell } from 'lucide-react'
import { useRef } from 'react'
import type { Notification } from '../../../shared/contract/notifications.ts'
import { useProvideActions, useShortcut } from '../../app/actions.ts'
import { useNotifications } from '../../client/queries.ts'
import { useCommand } from '../../client/use-command.ts'
import { afterClose } from '../../ui/after-close.ts'
import { Button } from '../../ui/button.tsx'
import { hideNotice } from '../../ui/notice-toast.ts'
import { Popover } from '../../ui/popover.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { useBellOpen } from './bell-open.ts'
import { NoticeList } from './notice-list.tsx'
import { useOpenNotice } from './use-notices.ts'

/** How many notifications are unread, and the latest of them. */
export function NoticeBell() {
  const { data } = useNotifications()
  const { isOpen } = useBellOpen()
  const button = useRef<HTMLButtonElement>(null)
  const openNotice = useOpenNotice()
  const run = useCommand()
  const shortcut = useShortcut('notices.show')
  const unread = data?.unread ?? 0
  const setIsOpen = (open: boolean) => {
    useBellOpen.setState({ isOpen: open })
    if (open) for (const { id } of data?.notifications ?? []) hideNotice(id)
  }
  const readAll = () =>
    void run((client, commandKey) => client.notifications.read({ commandKey }), { toastRefusal: true })
  useProvideActions({
    // On a narrow screen the line with the bell is not there.
    'notices.show': { run: () => setIsOpen(true), when: () => (button.current?.offsetParent ?? null) !== null },
    'notices.read': { run: readAll, when: () => unread > 0 },
  })

  function show(notice: Notification) {
    setIsOpen(false)
    // The focus goes back to the bell first, then to the place.
    afterClose(() => openNotice(notice))
  }

  const label = unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      label="Notifications"
      align="end"
      className="flex max-h-(--radix-popover-content-available-height) w-88 flex-col"
      trigger={
        <button
          ref={button}
          type="button"
          aria-label={label}
          className="-mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 text-ink-muted hover:bg-hover hover:text-ink"
        >
          <Tooltip label="Notifications" shortcut={shortcut} side="top">
            <Bell aria-hidden="true" size={14} />
          </Tooltip>
          {unread > 0 && <span className="font-medium text-accent-text tabular">{unread}</span>}
        </button>
      }
    >
      <div className="flex min-h-10 shrink-0 items-center justify-between gap-2 border-b border-line pr-2 pl-3">
        <h2 className="font-semibold">Notifications</h2>
        {unread > 0 && (
          <Button size="sm" variant="quiet" onClick={readAll}>
            Mark all as read
          </Button>
        )}
      </div>
      <NoticeList notifications={data?.notifications ?? []} onShow={show} />
    </Popover>
  )
}
