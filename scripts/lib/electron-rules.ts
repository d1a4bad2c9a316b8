import type { TextRule } from './text-rules.ts'

/*
 * What Electron's own security checklist asks for and text can show; docs/security.md names the rule of each row. What
 * only a running window can show is in tests/e2e/desktop.
 */

const isTest = (file: string) => /\.test\.tsx?$/.test(file)
const isSource = (file: string) => /^src\/.*\.(ts|tsx|html)$/.test(file) && !isTest(file)
/** Code, and whatever else decides how the program is started. */
const isStart = (file: string) =>
  isSource(file) || /^(electron-builder\.yml|package\.json|scripts\/start\.mjs)$/.test(file)
const isSourceOutside = (...places: string[]) => {
  return (file: string) => isSource(file) && !places.some((place) => file.startsWith(place))
}

export const electronRules: TextRule[] = [
  {
    name: 'only-own-pages',
    why: 'a window loads app:// and nothing else: no address of the web, no file, no data',
    pattern: /\bloadFile\(|\bloadURL\(\s*['"`](?!app:)/,
    applies: isSource,
    plant: { file: 'src/main/window/x.ts', text: "window.loadURL('http://example.com')" },
  },
  {
    name: 'no-node-in-the-page',
    why: 'off is the default of nodeIntegration and its relatives, and stays so',
    pattern: /\bnodeIntegration\w*/,
    applies: isSource,
    plant: { file: 'src/main/window/x.ts', text: 'webPreferences: { nodeIntegrationInSubFrames: true }' },
  },
  {
    name: 'isolated-page',
    why: 'page and preload never share a world',
    pattern: /\bcontextIsolation['"]?\s*:\s*false/,
    applies: isSource,
    plant: { file: 'src/main/window/x.ts', text: 'contextIsolation: false,' },
  },
  {
    name: 'sandbox-stays-on',
    why: 'every renderer is sandboxed, however the program is started',
    pattern: /\bsandbox['"]?\s*:\s*false|--no-sandbox|\bappendSwitch\(\s*['"]no-sandbox/,
    applies: isStart,
    plant: { file: 'electron-builder.yml', text: '  executableArgs: [--no-sandbox]' },
  },
  {
    name: 'web-security-stays-on',
    why: 'the same-origin policy is not ours to switch off',
    pattern: /\bwebSecurity\b|\bdisable-web-security\b|\ballowRunningInsecureContent\b/,
    applies: isStart,
    plant: { file: 'src/main/window/x.ts', text: 'webSecurity: false,' },
  },
  {
    name: 'no-experiments',
    why: 'features that Chromium does not trust yet are not for us to trust',
    pattern: /\bexperimentalFeatures\b|\benableBlinkFeatures\b|\benable-experimental-web-platform-features\b/,
    applies: isStart,
    plant: { file: 'src/main/window/x.ts', text: "enableBlinkFeatures: 'CSSVariables'," },
  },
  {
    name: 'no-webview',
    why: 'nothing foreign is shown inside a window',
    pattern: /\bwebviewTag\b|<webview\b|\bWebContentsView\b|\bBrowserView\b/,
    applies: isSource,
    plant: { file: 'src/renderer/app/x.tsx', text: '<webview src="https://example.com" />' },
  },
  {
    name: 'one-way-to-open-links',
    why: 'src/main/guards/open-link.ts decides what the system is asked to open',
    pattern:
      /\bopenExternal\b|\bshell\.(?:openPath|showItemInFolder|trashItem|writeShortcutLink|readShortcutLink)\b|\bshell\b[^'"]*from 'electron'/,
    applies: isSourceOutside('src/main/guards/open-link.ts'),
    plant: { file: 'src/main/menu/x.ts', text: "import { Menu, shell } from 'electron'" },
  },
  {
    name: 'ipc-has-one-door',
    why: 'src/main/ipc/ checks who is calling; a second door would not',
    pattern: /\bipcMain\b|\.ipc\.(?:on|handle)\b/,
    applies: isSourceOutside('src/main/ipc/'),
    plant: { file: 'src/main/tray/x.ts', text: "ipcMain.handle('toggle', toggle)" },
  },
  {
    name: 'bridge-is-the-preload',
    why: 'only src/preload/ speaks to main',
    pattern: /\bipcRenderer\b|\bcontextBridge\b/,
    applies: isSourceOutside('src/preload/'),
    plant: { file: 'src/renderer/client/x.ts', text: "import { ipcRenderer } from 'electron'" },
  },
  {
    name: 'no-raw-ipc-to-the-page',
    why: 'the page gets functions of ours, never the sender, its events or its channels',
    pattern:
      /exposeInMainWorld\([^)]*\bipcRenderer\b|\.\.\.ipcRenderer\b|[:=]\s*ipcRenderer\b(?!\.)|=>\s*ipcRenderer\.on\b/,
    applies: (file) => file.startsWith('src/preload/') && isSource(file),
    plant: {
      file: 'src/preload/x.ts',
      text: "contextBridge.exposeInMainWorld('ipc', { on: ipcRenderer.on, ipcRenderer })",
    },
  },
  {
    name: 'no-script-from-outside',
    why: 'pages run what was built, nothing that is handed to them',
    pattern: /\bexecuteJavaScript\w*\b|\bexecuteInMainWorld\b|\binsertCSS\b/,
    applies: isSource,
    plant: { file: 'src/main/window/x.ts', text: "contents.executeJavaScript('document.title')" },
  },
  {
    name: 'policy-holds-for-app',
    why: 'the content policy holds for app:// as for everything',
    pattern: /\bbypassCSP\b/,
    applies: isSource,
    plant: { file: 'src/main/protocol/x.ts', text: 'privileges: { standard: true, bypassCSP: true }' },
  },
  {
    name: 'no-remote',
    why: 'no object of main is ever handed to a page',
    pattern: /@electron\/remote|\benableRemoteModule\b/,
    applies: isStart,
    plant: { file: 'package.json', text: '"@electron/remote": "2.0.0",' },
  },
  {
    name: 'no-updates-by-themselves',
    why: 'a new version is told of, never fetched or installed (src/main/updates)',
    pattern: /\bautoUpdater\b|\belectron-updater\b|\bupdate-electron-app\b/,
    applies: isStart,
    plant: { file: 'src/main/updates/x.ts', text: "import { autoUpdater } from 'electron'" },
  },
]
