import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A fresh folder whose name has a space and letters outside ASCII, as people's folders do; gone after the test. */
export function tempDir(): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'stint prövning å '))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
