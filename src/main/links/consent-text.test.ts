import { expect, it } from 'vitest'
import { consentText } from './consent-text.ts'

it('shows every word that a link would write, and what it would end', () => {
  const { message, detail, yes } = consentText({ kind: 'start', note: 'Fix #412', project: 'Garden' }, 'Write report')
  expect([message, yes]).toEqual(['A link asks to start a timer. Start it?', 'Start'])
  expect(detail).toBe('Note: “Fix #412”\nProject: “Garden”\nIt would end the running timer: “Write report”.')
})

it('says what toggling would do now', () => {
  expect(consentText({ kind: 'toggle' }, undefined)).toMatchObject({ detail: 'Without a note', yes: 'Start' })
  expect(consentText({ kind: 'toggle' }, 'Write report')).toMatchObject({
    detail: 'Running: “Write report”.',
    yes: 'Stop',
  })
  expect(consentText({ kind: 'stop' }, '')).toMatchObject({ detail: 'Running: no note.', yes: 'Stop' })
  expect(consentText({ kind: 'stop' }, undefined)).toMatchObject({ detail: 'No timer is running.' })
})

it('cuts what is too long to be read', () => {
  const { detail } = consentText({ kind: 'start', note: 'a'.repeat(3000), project: '' }, undefined)
  expect(detail.length).toBeLessThan(320)
})
