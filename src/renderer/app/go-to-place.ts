import { navigate } from 'wouter/use-browser-location'
import type { Place } from '../../shared/contract/notifications.ts'
import { focusAbsence } from '../features/absence/absence-focus.ts'
import { runAction } from './actions.ts'

/** Where a notification, a menu item or a link leads. Places are names, so that nothing from outside is ever an address. */
export function goToPlace(place: Place): void {
  switch (place.page) {
    case 'today':
      navigate(place.day === undefined ? '/today' : `/today/${place.day}`)
      break
    case 'settings':
      navigate(`/settings/${place.section}`)
      break
    case 'timer':
      runAction('timer.focus')
      break
    case 'absence':
      focusAbsence()
      break
  }
}
