import { describe, expect, it } from 'vitest'
import { checkLink, isHostPage } from './check-link.ts'

describe('checkLink', () => {
  it.each([
    ['https://github.com/owner/repo/pull/7#discussion', 'https://github.com/owner/repo/pull/7#discussion'],
    ['https://GitHub.com', 'https://github.com/'],
    ['https://dev.azure.com/org/project?a=b', 'https://dev.azure.com/org/project?a=b'],
    ['https://github.com:443/a', 'https://github.com/a'],
  ])('opens %s', (link, opened) => {
    expect(checkLink(link)).toEqual({ ok: true, value: opened })
  })

  it.each([
    '',
    'github.com',
    '//github.com',
    'http://github.com/',
    'javascript:alert(1)',
    'JavaScript:alert(1)//https://github.com',
    'data:text/html,x',
    'file:///etc/passwd',
    'smb://github.com/share',
    'ms-msdt:/id',
    'vscode://github.com',
    'stint://start',
    'app://main/',
    'https://good.com@evil',
    'https://github.com@evil.example/',
    'https://github.com:pass@evil.example/',
    'https://user@github.com/',
    'https://github.com:8443/',
    'https://github.com.evil.example/',
    'https://evilgithub.com/',
    'https://gıthub.com/',
    'https://localhost/',
    'https://127.0.0.1/',
    `https://github.com/${'a'.repeat(2000)}`,
  ])('refuses %s', (link) => {
    expect(checkLink(link)).toEqual({ ok: false, error: expect.stringMatching(/./) })
  })

  it('opens a link as it was understood, not as it was written', () => {
    const crooked = 'https://github.com\\@evil.example/'
    expect(checkLink(crooked)).toEqual({ ok: true, value: 'https://github.com/@evil.example/' })
  })
})

describe('isHostPage', () => {
  it('knows a host of this machine and nothing else', () => {
    const code = 'abcdefghij_-0123'
    expect(isHostPage(`http://127.0.0.1:8080/#code=${code}`)).toBe(true)
    expect(isHostPage(`http://[::1]:8080/#code=${code}`)).toBe(true)
    for (const address of [
      `http://127.0.0.1.evil.example:8080/#code=${code}`,
      `http://evil.example/#code=${code}`,
      `https://127.0.0.1:8080/#code=${code}`,
      `http://127.0.0.1:8080/x#code=${code}`,
      'http://127.0.0.1:8080/',
      `javascript:alert(1)//http://127.0.0.1:8080/#code=${code}`,
    ]) {
      expect(isHostPage(address)).toBe(false)
    }
  })
})
