import { z } from 'zod'
import { command, commandInput, query } from './base.ts'
import { hotkeyActionSchema } from './entities.ts'

/** What became of a global hotkey. `unproven`: registered, but this desktop (Wayland) may not deliver it. */
export const hotkeyStatusSchema = z.enum(['registered', 'unproven', 'taken', 'invalid', 'off'])

/** What the desktop around the host offers, so that a page can say what is missing and what to do instead. */
export const shellStateSchema = z.strictObject({
  platform: z.enum(['linux', 'darwin', 'win32']),
  tray: z.enum(['shown', 'missing', 'off']),
  notifications: z.enum(['ready', 'missing']),
  hotkeys: z.array(
    z.strictObject({
      action: hotkeyActionSchema,
      keys: z.string(),
      status: hotkeyStatusSchema,
      /** What is wrong and what to do; empty when all is well. */
      detail: z.string(),
    }),
  ),
  startAtLogin: z.enum(['on', 'off', 'unsupported']),
  /** Which sources tell when the person is away: 'powerMonitor', 'logind', 'screen saver'. */
  presenceSources: z.array(z.string()),
})

export const shellActionSchema = z.enum(['show', 'hide', 'mini-window', 'about', 'open-profile-folder', 'quit'])

export const desktopContract = {
  /** null: no desktop around this host (a headless one). */
  state: query()
    .input(z.strictObject({}))
    .output(z.strictObject({ shell: shellStateSchema.nullable() })),
  run: command('not-available')
    .input(commandInput({ action: shellActionSchema }))
    .output(z.strictObject({})),
}

export type ShellState = z.infer<typeof shellStateSchema>
export type ShellAction = z.infer<typeof shellActionSchema>
export type HotkeyStatus = z.infer<typeof hotkeyStatusSchema>
