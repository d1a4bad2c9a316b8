import { expect, it } from 'vitest'
import { hostLines } from './host-lines.ts'

const why = 'The desktop needs Electron, which is not installed yet.'

it('never lets a run on the test host pass for one on Electron', () => {
  expect(hostLines(new Map(Object.entries({ headless: 80, 'electron-test-host': 41 })), why)).toEqual([
    'headless: 80 ran',
    'electron-test-host: 41 ran',
    `electron: not run. ${why}`,
  ])
  expect(hostLines(new Map([['electron-test-host', 1]]), undefined)).toContain(
    'electron: not run. It was not asked for.',
  )
  expect(hostLines(new Map([['electron', 42]]), undefined)).toEqual(['electron: 42 ran'])
})

it('says nothing of desktops where no desktop spec was asked for', () => {
  expect(hostLines(new Map([['headless', 3]]), why)).toEqual(['headless: 3 ran'])
})
