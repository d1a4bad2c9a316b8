import { dialog } from 'electron'
import type { LiveState } from '../../shared/contract/live.ts'
import { consentText } from './consent-text.ts'
import type { DesktopRequest } from './desktop-request.ts'

/** Shows what a link would do and asks. Only "yes" is yes. */
export async function confirmRequest(request: DesktopRequest, state: LiveState): Promise<boolean> {
  const { message, detail, yes } = consentText(request, state.running?.note)
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Stint',
    message,
    detail,
    buttons: [yes, 'Cancel'],
    // Whoever presses Enter without reading has agreed to nothing.
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

export async function tellRefusal(reason: string): Promise<void> {
  const message = 'Stint did not open this link'
  await dialog.showMessageBox({ type: 'info', title: 'Stint', message, detail: reason, buttons: ['OK'], noLink: true })
}
