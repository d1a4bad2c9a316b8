import { useEffect } from 'react'
import type { ShellState } from '../../../shared/contract/desktop.ts'
import type { HotkeyAction, Settings } from '../../../shared/contract/entities.ts'
import { useShellState } from '../../client/queries.ts'
import { FactList } from './fact-list.tsx'
import { HotkeyRow } from './hotkey-row.tsx'
import { OnlineOnly } from './online-only.tsx'
import { SettingRow } from './setting-row.tsx'
import { SettingsSection } from './settings-section.tsx'
import { SwitchSetting } from './switch-setting.tsx'

/** Hotkeys, tray and the start at login: what only the desktop app can do. */
export function DesktopSection({ settings }: { settings: Settings }) {
  const { data, refetch } = useShellState()
  const { hotkeys, closeToTray, startAtLogin } = settings
  // The desktop acts on a change a moment after it is kept, and proves a hotkey later still.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change is followed anew
  useEffect(() => {
    const timers = FOLLOW_UP_MS.map((ms) => setTimeout(() => void refetch(), ms))
    return () => timers.forEach(clearTimeout)
  }, [hotkeys, closeToTray, startAtLogin, refetch])

  return (
    <SettingsSection name="desktop">
      {data?.shell === null && <WithoutDesktop />}
      {data?.shell != null && <WithDesktop settings={settings} shell={data.shell} />}
    </SettingsSection>
  )
}

const FOLLOW_UP_MS = [400, 2000, 6000]
const hotkeyActions: readonly HotkeyAction[] = ['toggle', 'show', 'note']

function WithoutDesktop() {
  return (
    <p className="py-3 text-pretty text-ink-muted">
      Hotkeys that work in every program, the tray and the start at login belong to the desktop app; this is Stint in a
      browser. Your desktop environment can run a command by a hotkey of its own:{' '}
      <code className="whitespace-nowrap">stint start</code>, <code className="whitespace-nowrap">stint stop</code> and{' '}
      <code className="whitespace-nowrap">stint continue</code> do what the buttons here do.
    </p>
  )
}

function WithDesktop({ settings, shell }: { settings: Settings; shell: ShellState }) {
  return (
    <>
      <OnlineOnly className="pt-3">
        <h3 id="desktop-hotkeys" className="mb-1 text-sm font-medium text-ink-muted">
          Hotkeys in every program
        </h3>
        <ul aria-labelledby="desktop-hotkeys" className="overflow-hidden rounded-md border border-line bg-surface">
          {hotkeyActions.map((action) => (
            <HotkeyRow
              key={action}
              action={action}
              hotkeys={settings.hotkeys}
              state={shell.hotkeys.find((hotkey) => hotkey.action === action)}
            />
          ))}
        </ul>
        <SwitchSetting
          name="closeToTray"
          label="Go on when the window is closed"
          hint={
            shell.tray === 'shown'
              ? 'Stint stays in the tray, and the timer goes on. Off: closing the window ends Stint.'
              : 'This desktop shows no tray, so closing the window ends Stint whatever is chosen here. A running timer keeps its time.'
          }
          checked={settings.closeToTray}
        />
        {shell.startAtLogin === 'unsupported' ? (
          <SettingRow
            label="Start when you log in"
            hint="This system gives Stint no way to arrange that. Add Stint to the programs that your desktop starts at login."
          />
        ) : (
          <SwitchSetting
            name="startAtLogin"
            label="Start when you log in"
            hint={
              shell.tray === 'shown'
                ? 'Without a window, ready in the tray.'
                : 'Without a window: its hotkey shows one.'
            }
            checked={settings.startAtLogin}
          />
        )}
      </OnlineOnly>
      <FactList
        facts={[
          { name: 'Tray', fact: trayWords[shell.tray] },
          { name: 'Notifications', fact: notificationWords[shell.notifications] },
        ]}
      />
    </>
  )
}

const trayWords: Record<ShellState['tray'], string> = {
  shown: 'Shown: the timer, the last entries and today’s time are in its menu.',
  missing: 'This desktop has no place for it. Everything in it is in the window and its menu too.',
  off: 'Not shown.',
}

const notificationWords: Record<ShellState['notifications'], string> = {
  ready: 'Shown by this desktop.',
  missing: 'This desktop does not show any. Stint shows them in its window, and keeps them.',
}
