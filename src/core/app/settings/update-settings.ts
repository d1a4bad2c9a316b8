import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import { ok } from '../../../shared/result.ts'
import { definedFields } from '../defined-fields.ts'
import type { Command } from '../run-command.ts'

export const updateSettings: Command<ContractInputs['settings']['update'], ContractOutputs['settings']['update']> = {
  name: 'settings.update',
  label: (_output, { commandKey: _key, ...patch }) =>
    `Change settings: ${Object.keys(definedFields(patch)).join(', ')}`,
  run(writer, { commandKey: _key, ...patch }) {
    const settings = { ...writer.settings(), ...definedFields(patch) }
    writer.put('settings', { ...settings, id: 'settings' })
    return ok({ settings })
  },
}
