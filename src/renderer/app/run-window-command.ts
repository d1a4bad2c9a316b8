import type { ActionId } from '../../shared/actions/action-list.ts'
import type { WindowCommand } from '../../shared/contract/window-command.ts'
import { askQuickNote } from '../features/mini/quick-note.ts'
import { runAction } from './actions.ts'
import { goToPlace } from './go-to-place.ts'

/** Does what the desktop asked of this window. */
export function runWindowCommand(command: WindowCommand): void {
  switch (command.kind) {
    case 'go':
      goToPlace(command.place)
      break
    case 'action':
      // An id that is not in the list finds no handler, and nothing happens.
      runAction(command.id as ActionId)
      break
    case 'quick-note':
      askQuickNote(command.text)
      // Only the mini window has a field for it; elsewhere the timer bar is the place to write.
      if (window.location.pathname !== '/mini') runAction('timer.focus')
      break
  }
}
