import { useId } from 'react'
import type { Settings } from '../../../shared/contract/entities.ts'
import { Switch } from '../../ui/switch.tsx'
import { SettingRow } from './setting-row.tsx'
import { useChangeSettings } from './use-change-settings.ts'

type SwitchName = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings]

/** A setting that is on or off. */
export function SwitchSetting({
  name,
  label,
  hint,
  checked,
}: {
  name: SwitchName
  label: string
  hint: string
  checked: boolean
}) {
  const { change, problem } = useChangeSettings()
  const id = useId()
  return (
    <SettingRow id={id} label={label} hint={hint} problem={problem}>
      <Switch
        id={id}
        checked={checked}
        onChange={(next) => void change({ [name]: next }, `${label}: ${next ? 'on' : 'off'}`)}
      />
    </SettingRow>
  )
}
