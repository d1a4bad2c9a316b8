import type { Settings } from '../../../shared/contract/entities.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { clockStyleOf, locale } from '../../app/locale.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { OnlineOnly } from './online-only.tsx'
import { idsOf, SettingRow } from './setting-row.tsx'
import { SettingsSection } from './settings-section.tsx'
import { SwitchSetting } from './switch-setting.tsx'
import { TypedSetting } from './typed-setting.tsx'
import { dayTargetText, readDayTarget } from './typed-values.ts'
import { useChangeSettings } from './use-change-settings.ts'
import { readWeekStart, weekStartChoices } from './week-starts.ts'

const clockWords = { '24h': '24 h', '12h': '12 h' } as const

/** How time is counted and shown. */
export function TimeSection({ settings }: { settings: Settings }) {
  const target = useChangeSettings()
  return (
    <SettingsSection name="time">
      <OnlineOnly>
        <WeekStart value={settings.weekStart} />
        <Clock value={settings.clock} />
        <TypedSetting
          id="day-target"
          label="Day target"
          hint="What a working day should hold, such as 8 h or 7:30. Empty: no target is shown."
          value={settings.dayTargetMs}
          textOf={dayTargetText}
          read={readDayTarget}
          save={(dayTargetMs) =>
            target.change(
              { dayTargetMs },
              dayTargetMs === null ? 'No day target' : `Day target: ${formatDurationProse(dayTargetMs)}`,
            )
          }
          placeholder="None"
          className="w-28! tabular"
        />
        <SwitchSetting
          name="saveAndContinue"
          label="Save and continue"
          hint="Stopping the timer starts a new, empty one at the same instant, so that no minute is left out."
          checked={settings.saveAndContinue}
        />
      </OnlineOnly>
    </SettingsSection>
  )
}

function WeekStart({ value }: { value: Settings['weekStart'] }) {
  const { change, problem } = useChangeSettings()
  const choices = weekStartChoices(locale())
  return (
    <SettingRow id="week-start" label="Week starts on" problem={problem}>
      <Select
        {...idsOf('week-start', { hint: false, problem })}
        value={String(value)}
        onChange={(event) => {
          const label = choices.find((choice) => choice.value === event.target.value)?.label ?? ''
          void change({ weekStart: readWeekStart(event.target.value) }, `Week starts on: ${label}`)
        }}
        className="w-56!"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </SettingRow>
  )
}

function Clock({ value }: { value: Settings['clock'] }) {
  const { change, problem } = useChangeSettings()
  const usual = clockWords[clockStyleOf('locale', locale())]
  const options = [
    { value: 'locale', label: `As usual here (${usual})` },
    { value: '24h', label: clockWords['24h'], title: '14:05' },
    { value: '12h', label: clockWords['12h'], title: '2:05 pm' },
  ] as const
  return (
    <SettingRow label="Clock" hint="24 h shows 14:05, 12 h shows 2:05 pm. Both can be typed." problem={problem}>
      <SegmentedControl
        label="Clock"
        value={value}
        options={options}
        onChange={(clock) =>
          void change({ clock }, `Clock: ${options.find((option) => option.value === clock)?.label ?? clock}`)
        }
      />
    </SettingRow>
  )
}
