import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLink } from './parse-link.ts'

describe('parseLink', () => {
  it.each([
    ['stint://start', { kind: 'start', note: '', project: '' }],
    ['stint://start/', { kind: 'start', note: '', project: '' }],
    ['stint://start?note=Fix%20%23412&project=Garden', { kind: 'start', note: 'Fix #412', project: 'Garden' }],
    ['STINT://start?note=a+b', { kind: 'start', note: 'a b', project: '' }],
    ['stint://stop', { kind: 'stop' }],
    ['stint://toggle', { kind: 'toggle' }],
    ['stint://show', { kind: 'show' }],
    ['stint://mini', { kind: 'mini' }],
    ['stint://note?text=Call%20Ada', { kind: 'note', text: 'Call Ada' }],
    ['stint://note', { kind: 'note', text: '' }],
  ])('reads %s', (link, request) => {
    expect(parseLink(link)).toEqual({ ok: true, value: request })
  })

  it.each([
    '',
    'start',
    'https://start',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'stint:start',
    'stint://',
    'stint://delete',
    'stint://__proto__',
    'stint://constructor',
    'stint://start/../stop',
    'stint://start/stop',
    'stint://user@start',
    'stint://user:pass@start',
    'stint://start:80',
    'stint://start#note',
    'stint://stop?note=x',
    'stint://start?note=a&note=b',
    'stint://start?note=a&at=2020',
    'stint://start?__proto__=x',
    `stint://start?note=${'a'.repeat(3001)}`,
    `stint://start?project=${'a'.repeat(201)}`,
    `stint://start?note=${'a'.repeat(20_000)}`,
  ])('refuses %s', (link) => {
    expect(parseLink(link)).toMatchObject({ ok: false, error: expect.stringMatching(/\.$/) })
  })

  it('leaves no control characters, line breaks or turned text in a note', () => {
    const link = `stint://start?note=${encodeURIComponent('pay\r\nrent\u0000\u202Etxet')}`
    expect(parseLink(link)).toEqual({ ok: true, value: { kind: 'start', note: 'pay rent txet', project: '' } })
  })

  it('never throws, whatever the link', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `stint://start?note=${text}`),
        ),
        (link) => {
          parseLink(link)
        },
      ),
      { seed: 7, numRuns: 500 },
    )
  })
})
