import type { Settings } from '../../../shared/contract/entities.ts'
import { useClockStyle } from '../../app/locale.ts'
import { OnlineOnly } from './online-only.tsx'
import { OptionalSetting } from './optional-setting.tsx'
import { ReminderDays } from './reminder-days.tsx'
import { SettingsSection } from './settings-section.tsx'
import { minuteOfDayText, minutesText, readMinuteOfDay, readMinutes } from './typed-minutes.ts'
import { useChangeSettings } from './use-change-settings.ts'

/** What Stint says of its own accord. */
export function RemindersSection({ settings }: { settings: Settings }) {
  return (
    <SettingsSection name="reminders" intro="Each is told once, and at most two of a kind on a day.">
      <OnlineOnly>
        <TimeReminder
          name="remindNothingTrackedAt"
          label="Nothing tracked"
          hint="When no time is tracked by this time of the day, and no timer runs."
          usual={10 * 60}
          value={settings.remindNothingTrackedAt}
        />
        <LengthReminder
          name="remindLongRunningMinutes"
          label="Timer runs long"
          hint="When one timer has run for this long, and once more at twice that."
          usual={4 * 60}
          limits={[30, 1440]}
          value={settings.remindLongRunningMinutes}
        />
        <LengthReminder
          name="remindBreakMinutes"
          label="Break"
          hint="After this much time in one go. Five minutes between two entries are a break."
          usual={90}
          limits={[15, 240]}
          value={settings.remindBreakMinutes}
        />
        <TimeReminder
          name="remindDailySummaryAt"
          label="Daily summary"
          hint="The day’s time and its longest projects, at this time of the day."
          usual={17 * 60}
          value={settings.remindDailySummaryAt}
        />
        <ReminderDays value={settings.remindDays} weekStart={settings.weekStart} />
      </OnlineOnly>
    </SettingsSection>
  )
}

function TimeReminder({
  name,
  label,
  hint,
  usual,
  value,
}: {
  name: 'remindNothingTrackedAt' | 'remindDailySummaryAt'
  label: string
  hint: string
  usual: number
  value: number | null
}) {
  const { change } = useChangeSettings()
  const style = useClockStyle()
  const textOf = (minute: number) => minuteOfDayText(minute, style)
  return (
    <OptionalSetting
      id={name}
      label={label}
      hint={hint}
      valueLabel={`${label}: time of the day`}
      value={value}
      usual={usual}
      textOf={textOf}
      read={readMinuteOfDay}
      save={(minute) => change({ [name]: minute }, `${label}: ${minute === null ? 'off' : textOf(minute)}`)}
      className="w-28! tabular"
    />
  )
}

function LengthReminder({
  name,
  label,
  hint,
  usual,
  limits: [min, max],
  value,
}: {
  name: 'remindLongRunningMinutes' | 'remindBreakMinutes'
  label: string
  hint: string
  usual: number
  limits: readonly [number, number]
  value: number | null
}) {
  const { change } = useChangeSettings()
  return (
    <OptionalSetting
      id={name}
      label={label}
      hint={hint}
      valueLabel={`${label}: length`}
      value={value}
      usual={usual}
      textOf={minutesText}
      read={(text) => readMinutes(text, min, max)}
      save={(minutes) => change({ [name]: minutes }, `${label}: ${minutes === null ? 'off' : minutesText(minutes)}`)}
      className="w-28! tabular"
    />
  )
}
