import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseArguments } from './parse-arguments.ts'

const cwd = path.resolve('/home/ada')

describe('parseArguments', () => {
  it('reads the profile in both spellings, from where it was typed', () => {
    expect(parseArguments(['--profile', '/data/stint'], cwd).profile).toBe(path.resolve('/data/stint'))
    expect(parseArguments(['--profile=work'], cwd).profile).toBe(path.join(cwd, 'work'))
    expect(parseArguments(['--profile'], cwd).profile).toBe(undefined)
    expect(parseArguments(['--profile='], cwd).profile).toBe(undefined)
    expect(parseArguments([], cwd)).toEqual({ profile: undefined, hidden: false, requests: [], refused: [] })
  })

  it('does not take the profile for a request', () => {
    expect(parseArguments(['--profile', '--toggle', '--hidden'], cwd)).toMatchObject({ hidden: true, requests: [] })
  })

  it('reads what a person typed as asked by the person', () => {
    const args = ['--show', '--mini', '--stop', '--toggle', '--start=Fix = mend', '--start', '--note=Ada', 'toggl.CSV']
    expect(parseArguments(args, cwd).requests).toEqual(
      [
        { kind: 'show' },
        { kind: 'mini' },
        { kind: 'stop' },
        { kind: 'toggle' },
        { kind: 'start', note: 'Fix = mend', project: '' },
        { kind: 'start', note: '', project: '' },
        { kind: 'note', text: 'Ada' },
        { kind: 'import' },
      ].map((request) => ({ request, from: 'person' })),
    )
  })

  it('takes a link as coming from outside, and says what it does not know', () => {
    const { requests, refused } = parseArguments(['stint://toggle', 'stint://erase'], cwd)
    expect(requests).toEqual([{ request: { kind: 'toggle' }, from: 'outside' }])
    expect(refused).toHaveLength(1)
  })

  it('leaves Chromium’s switches alone', () => {
    const args = ['--ozone-platform-hint=auto', '--disable-gpu', '--lang=sv', '.', '-psn_0_1']
    expect(parseArguments(args, cwd)).toMatchObject({ requests: [], refused: [] })
  })
})
