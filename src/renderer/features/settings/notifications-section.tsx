import type { Settings } from '../../../shared/contract/entities.ts'
import type { HostInfo } from '../../../shared/contract/host.ts'
import { useClockStyle } from '../../app/locale.ts'
import { useNoticePermission } from '../../client/notice-permission.ts'
import { useShellState } from '../../client/queries.ts'
import { Button } from '../../ui/button.tsx'
import { OnlineOnly } from './online-only.tsx'
import { OptionalSetting } from './optional-setting.tsx'
import { SettingRow } from './setting-row.tsx'
import { SettingsSection } from './settings-section.tsx'
import { SwitchSetting } from './switch-setting.tsx'
import { quietHoursText, readQuietHours } from './typed-minutes.ts'
import { useChangeSettings } from './use-change-settings.ts'

const NIGHT = { fromMinute: 22 * 60, toMinute: 7 * 60 }

/** Whether and when Stint may disturb. */
export function NotificationsSection({ settings, host }: { settings: Settings; host: HostInfo }) {
  return (
    <SettingsSection name="notifications">
      <OnlineOnly>
        <SwitchSetting
          name="notifications"
          label="Notifications"
          hint="Off: they are kept at the bell below, and nobody is disturbed."
          checked={settings.notifications}
        />
        <QuietHours value={settings.quietHours} />
        {host.kind === 'desktop' ? <DesktopNotifications /> : <BrowserNotifications />}
      </OnlineOnly>
    </SettingsSection>
  )
}

function QuietHours({ value }: { value: Settings['quietHours'] }) {
  const { change } = useChangeSettings()
  const style = useClockStyle()
  const textOf = (hours: NonNullable<Settings['quietHours']>) => quietHoursText(hours, style)
  return (
    <OptionalSetting
      id="quiet-hours"
      label="Quiet hours"
      hint="What comes between these times is kept at the bell without disturbing."
      valueLabel="Quiet hours: from and to"
      value={value}
      usual={NIGHT}
      textOf={textOf}
      read={readQuietHours}
      save={(quietHours) =>
        change({ quietHours }, quietHours === null ? 'No quiet hours' : `Quiet hours: ${textOf(quietHours)}`)
      }
      className="w-44! tabular"
    />
  )
}

function DesktopNotifications() {
  const { data } = useShellState()
  if (data === undefined || data.shell === null) return null
  return (
    <SettingRow
      label="On this computer"
      hint={
        data.shell.notifications === 'ready'
          ? 'This computer shows them, also while Stint’s window is closed.'
          : 'This computer has no notification service. They are shown in Stint’s window and kept at the bell below.'
      }
    />
  )
}

const browserWords = {
  unsupported: 'This browser cannot show them. They are shown in this page and kept at the bell below.',
  default: 'While this page is open but hidden, the browser can show them. In the page they are always shown.',
  granted: 'Allowed: while this page is open but hidden, the browser shows them.',
  denied: 'Not allowed: change it in the browser’s own settings for this page. In the page they are always shown.',
} as const

function BrowserNotifications() {
  const { permission, ask } = useNoticePermission()
  return (
    <SettingRow label="In this browser" hint={browserWords[permission]}>
      {permission === 'default' && (
        <Button size="sm" onClick={ask}>
          Allow…
        </Button>
      )}
    </SettingRow>
  )
}
