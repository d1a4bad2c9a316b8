import { clsx } from 'clsx'
import type { Settings } from '../../../shared/contract/entities.ts'
import { locale, weekStartOf } from '../../app/locale.ts'
import { SettingRow } from './setting-row.tsx'
import { useChangeSettings } from './use-change-settings.ts'
import { WEEKDAYS } from './week-starts.ts'

/** The days on which reminders come, in the order of the person's week. */
export function ReminderDays({ value, weekStart }: { value: readonly number[]; weekStart: Settings['weekStart'] }) {
  const { change, problem } = useChangeSettings()
  const first = weekStartOf(weekStart, locale())
  const days = Array.from({ length: 7 }, (_, index) => ((first - 1 + index) % 7) + 1)
  const nameOf = (day: number) => WEEKDAYS[day - 1] ?? ''

  function toggle(day: number) {
    const next = value.includes(day) ? value.filter((other) => other !== day) : [...value, day].sort()
    const words = next.length === 0 ? 'none' : next.map((each) => nameOf(each).slice(0, 3)).join(', ')
    void change({ remindDays: next }, `Reminders on: ${words}`)
  }

  return (
    <SettingRow label="Days" hint="On other days nothing of this is told." problem={problem}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend, which the row has already. */}
      <div role="group" aria-label="Days with reminders" className="flex gap-1">
        {days.map((day) => (
          <button
            key={day}
            type="button"
            aria-pressed={value.includes(day)}
            title={nameOf(day)}
            onClick={() => toggle(day)}
            className={clsx(
              'flex h-8 w-9 items-center justify-center rounded-md border text-sm transition-colors disabled:opacity-50',
              value.includes(day)
                ? 'border-accent bg-accent-soft font-medium text-accent-text'
                : 'border-control text-ink-muted hover:bg-hover hover:text-ink',
            )}
          >
            <span aria-hidden="true">{nameOf(day).slice(0, 2)}</span>
            <span className="sr-only">{nameOf(day)}</span>
          </button>
        ))}
      </div>
    </SettingRow>
  )
}
