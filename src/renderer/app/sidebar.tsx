import { clsx } from 'clsx'
import { CircleHelp, Command } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { Tooltip } from '../ui/tooltip.tsx'
import { runAction, useShortcuts } from './actions.ts'
import { pages } from './routes.tsx'

const itemClass =
  'flex h-8 items-center gap-3 rounded-md px-2 text-ink-muted transition-colors hover:bg-hover hover:text-ink ' +
  'max-md:w-10 max-md:justify-center max-md:px-0 max-sm:h-11 max-sm:w-14'

/** A column of names, of icons below 900 px, and a row at the bottom below 640 px. */
export function Sidebar() {
  const [path] = useLocation()
  const shortcuts = useShortcuts()
  const current = path.split('/')[1] ?? ''
  return (
    <nav
      aria-label="Pages"
      className="flex w-50 shrink-0 flex-col border-r border-line bg-sunken max-md:w-14 max-sm:order-last max-sm:h-14 max-sm:w-full max-sm:flex-row max-sm:items-center max-sm:border-t max-sm:border-r-0"
    >
      <div className="flex h-14 shrink-0 items-center gap-2 px-4 max-md:justify-center max-md:px-0 max-sm:hidden">
        <img src="/favicon.svg" alt="" width={22} height={22} />
        <span className="text-lg font-semibold tracking-tight max-md:sr-only">Stint</span>
      </div>
      <ul className="flex grow flex-col gap-0.5 px-2 py-1 max-sm:flex-row max-sm:justify-around max-sm:px-1">
        {pages.map(({ name, title, icon: Icon, action }) => {
          const isHere = current === name
          return (
            <li key={name} className="max-md:flex max-md:justify-center">
              <Tooltip label={title} shortcut={shortcuts.get(action)} side="right">
                <Link
                  href={`/${name}`}
                  aria-current={isHere ? 'page' : undefined}
                  className={clsx(itemClass, isHere && 'bg-pressed font-medium text-ink')}
                >
                  <Icon aria-hidden="true" size={18} strokeWidth={1.75} className="shrink-0" />
                  <span className="max-md:sr-only">{title}</span>
                </Link>
              </Tooltip>
            </li>
          )
        })}
      </ul>
      <div className="flex flex-col gap-0.5 p-2 max-md:items-center max-sm:flex-row max-sm:px-1 max-sm:py-0">
        <Tooltip label="Search everything Stint can do" shortcut={shortcuts.get('help.palette')} side="right">
          <button type="button" className={clsx(itemClass, 'w-full')} onClick={() => runAction('help.palette')}>
            <Command aria-hidden="true" size={18} strokeWidth={1.75} className="shrink-0" />
            <span className="max-md:sr-only">Commands</span>
          </button>
        </Tooltip>
        <Tooltip label="All shortcuts" shortcut={shortcuts.get('help.shortcuts')} side="right">
          <button
            type="button"
            className={clsx(itemClass, 'w-full max-sm:hidden')}
            onClick={() => runAction('help.shortcuts')}
          >
            <CircleHelp aria-hidden="true" size={18} strokeWidth={1.75} className="shrink-0" />
            <span className="max-md:sr-only">Shortcuts</span>
          </button>
        </Tooltip>
      </div>
    </nav>
  )
}
