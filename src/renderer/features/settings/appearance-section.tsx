import type { Settings } from '../../../shared/contract/entities.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { OnlineOnly } from './online-only.tsx'
import { SettingRow } from './setting-row.tsx'
import { SettingsSection } from './settings-section.tsx'
import { useChangeSettings } from './use-change-settings.ts'

const themes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'System' },
] as const

const densities = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const

/** How Stint looks. The frame puts both on the document as soon as they change (app/appearance.ts). */
export function AppearanceSection({ settings }: { settings: Settings }) {
  const theme = useChangeSettings()
  const density = useChangeSettings()
  return (
    <SettingsSection name="appearance">
      <OnlineOnly>
        <SettingRow label="Theme" hint="System follows what this computer shows." problem={theme.problem}>
          <SegmentedControl
            label="Theme"
            value={settings.theme}
            options={themes}
            onChange={(value) => void theme.change({ theme: value }, `Theme: ${labelOf(themes, value)}`)}
          />
        </SettingRow>
        <SettingRow label="Density" hint="Compact rows show more at once." problem={density.problem}>
          <SegmentedControl
            label="Density"
            value={settings.density}
            options={densities}
            onChange={(value) => void density.change({ density: value }, `Density: ${labelOf(densities, value)}`)}
          />
        </SettingRow>
      </OnlineOnly>
    </SettingsSection>
  )
}

function labelOf<T extends string>(options: readonly { value: T; label: string }[], value: T): string {
  return (options.find((option) => option.value === value)?.label ?? value).toLowerCase()
}
