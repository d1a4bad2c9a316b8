import { ACTIONS, type ActionInfo } from '../../../shared/actions/action-list.ts'
import { describeShortcut } from '../../ui/describe-shortcut.ts'
import { wordFilter } from '../projects/word-filter.ts'

/** Actions that hold every typed word in their name, group, other words or keys (`ctrl k`); all for no text. */
export function findActions(text: string, shortcuts: ReadonlyMap<string, string>): ActionInfo[] {
  const holds = wordFilter(text)
  return ACTIONS.filter((action: ActionInfo) => {
    const keys = shortcuts.get(action.id) ?? ''
    const { title, group, keywords = '' } = action
    return holds(`${title} ${group} ${keywords} ${describeShortcut(keys).join(' ')} ${keys}`)
  })
}
