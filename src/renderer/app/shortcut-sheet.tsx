import { ACTIONS } from '../../shared/actions/action-list.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { useShortcuts } from './actions.ts'

/** Every shortcut on one sheet, as the person has set them. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const shortcuts = useShortcuts()
  const groups = new Map<string, (typeof ACTIONS)[number][]>()
  for (const action of ACTIONS) {
    if ((shortcuts.get(action.id) ?? '') === '') continue
    groups.set(action.group, [...(groups.get(action.group) ?? []), action])
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Shortcuts" isText className="max-w-200">
      <div className="columns-2 gap-8 max-sm:columns-1">
        {[...groups].map(([group, actions]) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-sm font-medium text-ink-faint">{group}</h3>
            <dl>
              {actions.map(({ id, title }) => (
                <div key={id} className="flex min-h-8 items-center justify-between gap-3 border-b border-line py-1">
                  <dt className="min-w-0">{title}</dt>
                  <dd>
                    <Kbd shortcut={shortcuts.get(id) ?? ''} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
