import type { Settings } from '../../../shared/contract/entities.ts'
import type { HostInfo } from '../../../shared/contract/host.ts'
import { useIdlePermission } from '../../client/idle-permission.ts'
import { useShellState } from '../../client/queries.ts'
import { Button } from '../../ui/button.tsx'
import { OnlineOnly } from './online-only.tsx'
import { SettingRow } from './setting-row.tsx'
import { SettingsSection } from './settings-section.tsx'
import { SwitchSetting } from './switch-setting.tsx'
import { minutesText, readMinutes } from './typed-minutes.ts'
import { TypedSetting } from './typed-setting.tsx'
import { useChangeSettings } from './use-change-settings.ts'

/** Time that a timer ran while nobody was there. */
export function AwaySection({ settings, host }: { settings: Settings; host: HostInfo }) {
  const idle = useChangeSettings()
  return (
    <SettingsSection name="away">
      <OnlineOnly>
        <SwitchSetting
          name="idleDetection"
          label="Ask about time away"
          hint="When you come back to a running timer, one question: keep that time, discard it, or move it."
          checked={settings.idleDetection}
        />
        <TypedSetting
          id="idle-minutes"
          label="Shortest absence"
          hint="From 1 minute to 8 hours. Shorter absences are never asked about."
          value={settings.idleMinutes}
          textOf={minutesText}
          read={(text) => readMinutes(text, 1, 480)}
          save={(idleMinutes) => idle.change({ idleMinutes }, `Shortest absence: ${minutesText(idleMinutes)}`)}
          className="w-28! tabular"
        />
        {host.kind === 'desktop' ? <DesktopSources /> : <BrowserSources />}
      </OnlineOnly>
    </SettingsSection>
  )
}

function DesktopSources() {
  const { data } = useShellState()
  if (data === undefined || data.shell === null) return null
  const { presenceSources: sources } = data.shell
  return (
    <SettingRow
      label="How Stint notices"
      hint={
        sources.length > 0
          ? `This computer tells (${sources.join(', ')}). “stint away” says it for you.`
          : 'This computer does not tell when nobody is there. Say “stint away” on the command line when you leave.'
      }
    />
  )
}

const browserWords = {
  unsupported:
    'This browser cannot tell when nobody is there. Say “stint away” on the command line when you leave. Sleep and restarts are noticed in any case.',
  prompt: 'The browser can tell when nobody is there, if you allow it. Sleep and restarts are noticed in any case.',
  granted: 'The browser tells when nobody is there, as long as this page is open. “stint away” says it for you.',
  denied:
    'Not allowed: change it in the browser’s own settings for this page, or say “stint away” on the command line when you leave. Sleep and restarts are noticed in any case.',
} as const

function BrowserSources() {
  const { permission, ask } = useIdlePermission()
  return (
    <SettingRow label="How Stint notices" hint={browserWords[permission]}>
      {permission === 'prompt' && (
        <Button size="sm" onClick={ask}>
          Allow…
        </Button>
      )}
    </SettingRow>
  )
}
