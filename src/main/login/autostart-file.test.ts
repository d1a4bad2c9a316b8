import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { autostartEntry } from './autostart-entry.ts'
import { createAutostartFile } from './autostart-file.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'stint-login-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const fileIn = () => path.join(dir, 'autostart', 'stint-desktop.desktop')
const create = (program = '/opt/Stint/stint-desktop') => createAutostartFile(fileIn(), program)
function write(text: string) {
  mkdirSync(path.dirname(fileIn()), { recursive: true })
  writeFileSync(fileIn(), text)
}

describe('starting at login on Linux', () => {
  it('is one file, made and removed, with nothing left beside it', () => {
    const item = create()
    expect(item.state()).toBe('off')
    item.apply(false)
    item.apply(true)
    item.apply(true)
    expect(item.state()).toBe('on')
    expect(readdirSync(path.dirname(fileIn()))).toEqual(['stint-desktop.desktop'])
    item.apply(false)
    expect([item.state(), existsSync(fileIn())]).toEqual(['off', false])
  })

  it('follows a program that moved', () => {
    create('/old/Stint.AppImage').apply(true)
    create('/new/Stint.AppImage').apply(true)
    expect(readFileSync(fileIn(), 'utf8')).toContain('Exec="/new/Stint.AppImage" --hidden')
  })

  it('never touches somebody else’s file of that name', () => {
    write('[Desktop Entry]\nName=Mine\n')
    const item = create()
    item.apply(true)
    item.apply(false)
    expect(item.state()).toBe('off')
    expect(readFileSync(fileIn(), 'utf8')).toBe('[Desktop Entry]\nName=Mine\n')
  })

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled = false'])(
    'leaves off what the desktop switched off by %s',
    (line) => {
      const text = `${autostartEntry('/opt/stint').replace('X-GNOME-Autostart-enabled=true\n', '')}${line}\n`
      write(text)
      const item = create()
      expect(item.state()).toBe('off')
      item.apply(true)
      expect(readFileSync(fileIn(), 'utf8')).toBe(text)
    },
  )

  it.each([
    ['/opt/My Stint/stint', 'Exec="/opt/My Stint/stint" --hidden'],
    ['/opt/100%/stint', 'Exec="/opt/100%%/stint" --hidden'],
    ['/opt/$x`y"z\\/stint', 'Exec="/opt/\\\\$x\\\\`y\\\\"z\\\\\\\\/stint" --hidden'],
  ])('quotes %s so that exactly that program is started', (program, line) => {
    expect(autostartEntry(program).split('\n')).toContain(line)
  })
})
