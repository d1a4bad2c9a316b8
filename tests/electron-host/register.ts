// `node --import ./tests/electron-host/register.ts out/main/main.js …`: from here on `electron` means the test host.
import { registerHooks } from 'node:module'
import { installTime } from './time/travel.ts'

installTime()

const testHost = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron' && specifier !== 'electron/main') return next(specifier, context)
    return { url: testHost, shortCircuit: true }
  },
})

// What Electron adds to Node's process.
Object.defineProperties(process, {
  type: { value: 'browser' },
  defaultApp: { value: true },
  resourcesPath: { value: new URL('../../out', import.meta.url).pathname },
  versions: { value: Object.freeze({ ...process.versions, electron: '0.0.0-test-host', chrome: '0.0.0.0' }) },
})

const { listenForControls } = await import('./control/listen.ts')
listenForControls()
