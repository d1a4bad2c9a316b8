import type * as Electron from 'electron'

interface Shown {
  readonly kind: 'message' | 'error' | 'open' | 'save'
  readonly title: string
  readonly text: string
  readonly buttons: readonly string[]
  isOpen: boolean
}

const shown: Shown[] = []
/** What tests answered before anybody asked. */
const ready: string[] = []
/** Those that wait for an answer, oldest first. */
const waiting: ((answer: string) => void)[] = []

/** The dialog stays open until the test answers it or main takes it back. */
async function ask(dialog: Omit<Shown, 'isOpen'>, signal?: AbortSignal): Promise<string | undefined> {
  const open: Shown = { ...dialog, isOpen: true }
  shown.push(open)
  const given = ready.shift()
  const answer =
    given ??
    (await new Promise<string | undefined>((resolve) => {
      waiting.push(resolve)
      signal?.addEventListener('abort', () => {
        waiting.splice(waiting.indexOf(resolve), 1)
        resolve(undefined)
      })
    }))
  open.isOpen = false
  return answer
}

function pressed(options: Electron.MessageBoxOptions, answer: string | undefined): number {
  const buttons = options.buttons ?? ['OK']
  if (answer === undefined) return options.cancelId ?? 0
  const index = buttons.indexOf(answer)
  if (index < 0) throw new Error(`The dialog has no button "${answer}" but ${buttons.join(', ')}`)
  return index
}

// biome-ignore-start lint/suspicious/noExplicitAny: Electron overloads these with and without a window in front.
export const dialog = {
  async showMessageBox(...args: any[]) {
    const options: Electron.MessageBoxOptions = args.at(-1)
    const { title = '', message, detail = '', buttons = ['OK'], signal } = options
    const answer = await ask({ kind: 'message', title, text: `${message}\n${detail}`, buttons }, signal)
    return { response: pressed(options, answer), checkboxChecked: false }
  },
  async showSaveDialog(...args: any[]) {
    const { title = '', defaultPath = '' }: Electron.SaveDialogOptions = args.at(-1)
    const filePath = (await ask({ kind: 'save', title, text: defaultPath, buttons: [] })) ?? ''
    return { canceled: filePath === '', filePath }
  },
  async showOpenDialog(...args: any[]) {
    const { title = '', defaultPath = '' }: Electron.OpenDialogOptions = args.at(-1)
    const file = (await ask({ kind: 'open', title, text: defaultPath, buttons: [] })) ?? ''
    return { canceled: file === '', filePaths: file === '' ? [] : [file] }
  },
  showErrorBox(title: string, text: string) {
    shown.push({ kind: 'error', title, text, buttons: ['OK'], isOpen: false })
    // Before a test can ask for it the process may be over.
    process.stderr.write(`dialog: ${title}: ${text}\n`)
  },
} satisfies Pick<Electron.Dialog, 'showMessageBox' | 'showSaveDialog' | 'showOpenDialog' | 'showErrorBox'>
// biome-ignore-end lint/suspicious/noExplicitAny: as above

export const dialogControls = {
  dialogs: () => shown,
  /** Presses a button by its label, or chooses a file ('' for Cancel), in the oldest open dialog or in the next one. */
  answerDialog(answer: string) {
    const next = waiting.shift()
    if (next === undefined) ready.push(answer)
    else next(answer)
  },
}
