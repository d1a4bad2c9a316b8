import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { ACTIONS } from '../../shared/actions/action-list.ts'
import { type MenuParts, menuTemplate } from './menu-template.ts'

function parts(change: Partial<MenuParts> = {}): MenuParts {
  return { platform: 'linux', shortcuts: {}, developer: false, runAction: vi.fn(), run: vi.fn(), ...change }
}

function itemsOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
}

const platforms = ['linux', 'win32', 'darwin'] as const

describe('menuTemplate', () => {
  it.each(platforms)('has every action once on %s, and a click runs it', (platform) => {
    const runAction = vi.fn()
    const items = itemsOf(menuTemplate(parts({ platform, runAction }))).filter(({ id }) => id !== undefined)
    expect(items.map(({ id }) => id).sort()).toEqual(ACTIONS.map(({ id }) => id).sort())
    for (const { click } of items) {
      // Electron hands over item, window and event; none of them is used.
      ;(click as () => void)()
    }
    expect(runAction.mock.calls.flat().sort()).toEqual(ACTIONS.map(({ id }) => id).sort())
  })

  it.each(['linux', 'win32'] as const)('shows the keys of an action on %s without ever taking them', (platform) => {
    const items = itemsOf(menuTemplate(parts({ platform })))
    const taking = items.filter(({ id, accelerator, registerAccelerator }) => {
      return id !== undefined && accelerator !== undefined && registerAccelerator !== false
    })
    expect(taking).toEqual([])
    expect(items.find(({ id }) => id === 'help.palette')).toMatchObject({ accelerator: 'CommandOrControl+K' })
    expect(items.find(({ id }) => id === 'go.today')?.accelerator).toBe(undefined)
  })

  it('takes no key from typing on a Mac', () => {
    const items = itemsOf(menuTemplate(parts({ platform: 'darwin' }))).filter(({ id }) => id !== undefined)
    for (const { accelerator } of items) expect(accelerator ?? 'CommandOrControl+').toMatch(/^CommandOrControl\+/)
    expect(items.find(({ id }) => id === 'edit.undo')?.accelerator).toBe(undefined)
  })

  it('shows the person’s own keys, or none where they switched them off', () => {
    const shortcuts = { 'timer.toggle': 'mod+j', 'help.palette': '' }
    const items = itemsOf(menuTemplate(parts({ shortcuts })))
    expect(items.find(({ id }) => id === 'timer.toggle')?.accelerator).toBe('CommandOrControl+J')
    expect(items.find(({ id }) => id === 'help.palette')?.accelerator).toBe(undefined)
  })

  it.each(platforms)('has quit, about and copying on %s, developer tools only for developers', (platform) => {
    const items = itemsOf(menuTemplate(parts({ platform })))
    expect(items.some(({ label }) => label === 'Quit Stint')).toBe(true)
    expect(items.some(({ label }) => label === 'About Stint')).toBe(true)
    expect(items.some(({ role }) => role === 'copy')).toBe(true)
    expect(items.some(({ role }) => role === 'toggleDevTools' || role === 'reload')).toBe(false)
    const forDevelopers = itemsOf(menuTemplate(parts({ platform, developer: true })))
    expect(forDevelopers.some(({ role }) => role === 'toggleDevTools')).toBe(true)
  })
})
