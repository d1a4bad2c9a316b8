import { dialog } from 'electron'
import { openHostPage } from '../guards/open-link.ts'
import type { Trouble } from './opening-trouble.ts'

/** Says why Stint does not start. Where another Stint can be used instead, it offers the way to it. */
export async function tellTrouble({ title, text, page }: Trouble): Promise<void> {
  // For whoever started it from a terminal, or on a machine whose screen nobody sees.
  process.stderr.write(`${title}\n${text}\n`)
  if (page === undefined) return dialog.showErrorBox(title, text)
  const { response } = await dialog.showMessageBox({
    type: 'info',
    title: 'Stint',
    message: title,
    detail: text,
    buttons: ['Open in the browser', 'Close'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) await openHostPage(page)
}
