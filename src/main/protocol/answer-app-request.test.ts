import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StaticFiles, staticFiles } from '../../server/local/static-files.ts'
import { answerAppRequest } from './answer-app-request.ts'
import { PAGE_POLICY } from './page-headers.ts'

let folder: string
let files: StaticFiles
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'stint-page-'))
  const page = path.join(folder, 'renderer')
  mkdirSync(path.join(page, 'assets'), { recursive: true })
  writeFileSync(path.join(page, 'index.html'), '<p>the page</p>')
  writeFileSync(path.join(page, 'assets', 'app.js'), 'run()')
  writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  if (process.platform !== 'win32') symlinkSync(path.join(folder, 'secret.txt'), path.join(page, 'link.txt'))
  files = staticFiles(page)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = (url: string, method = 'GET') => answerAppRequest({ method, url }, files)

describe('answerAppRequest', () => {
  it('serves the page for its routes, and files with their type', async () => {
    for (const url of ['app://main/', 'app://main/today', 'app://main/mini', 'app://main/today?day=2026-11-20#x']) {
      const answer = get(url)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe('<p>the page</p>')
    }
    const script = get('app://main/assets/app.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await script.text()).toBe('run()')
  })

  it.each([
    'app://main/../secret.txt',
    'app://main/../../etc/passwd',
    'app://main/assets/../../secret.txt',
    'app://main/%2e%2e/secret.txt',
    'app://main/%2E%2e%2fsecret.txt',
    'app://main/..%5csecret.txt',
    'app://main/..\\secret.txt',
    'app://main/assets\\app.js',
    'app://main/index.html%00.js',
    'app://main/index.html\0',
    'app://main//etc/passwd.txt',
    'app://main/link.txt',
    'app://main/secret.txt',
    'app://main/assets/none.js',
    'app://other/index.html',
    'app://main.evil.example/index.html',
    'app://user@main/index.html',
    'app://main:80/index.html',
    'https://main/index.html',
    'file:///etc/passwd',
    'no address',
  ])('answers %j with 404', async (url) => {
    const answer = get(url)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('secret')
  })

  it('only lets read', () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'get'])
      expect(get('app://main/', method).status).toBe(405)
  })

  it('sends no body for HEAD', async () => {
    const answer = get('app://main/', 'HEAD')
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })

  it('sends the policy with every answer, refusals too', () => {
    for (const answer of [get('app://main/'), get('app://main/none.js'), get('app://main/', 'POST')]) {
      expect(answer.headers.get('content-security-policy')).toBe(PAGE_POLICY)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    }
    expect(PAGE_POLICY).toContain("connect-src 'none'")
    expect(PAGE_POLICY).not.toContain('unsafe')
  })
})
