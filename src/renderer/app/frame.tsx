import { lazy, Suspense, useEffect, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { useConnection } from '../client/client-context.ts'
import { useLive } from '../client/live-store.ts'
import { redoCommand, undoCommand, useCommand } from '../client/use-command.ts'
import { AbsenceBar } from '../features/absence/absence-bar.tsx'
import { useNotices } from '../features/notices/use-notices.ts'
import { TimerBar } from '../features/timer/timer-bar.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { useProvideActions } from './actions.ts'
import { useAppearance } from './appearance.ts'
import { ConnectionNotice } from './connection-notice.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { FirstContact } from './first-contact.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { pages } from './routes.tsx'
import { Sidebar } from './sidebar.tsx'
import { StatusLine } from './status-line.tsx'
import { useTypeAhead } from './typed-ahead.ts'
import { useShortcutKeys } from './use-shortcut-keys.ts'

const loadPalette = async () => ({ default: (await import('./palette.tsx')).Palette })
const Palette = lazy(loadPalette)
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }))

/** What stands around every page. */
export function Frame() {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  useShortcutKeys(open !== null)
  useTypeAhead(open === 'palette')
  useAppearance()
  useNotices()
  // Not needed for the first sight, but at hand before anybody can ask for it.
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadPalette())
    return () => cancelIdleCallback(idle)
  }, [])
  useFrameActions(setOpen)
  const connection = useLive((live) => live.connection)
  const isKnown = useLive(({ state }) => state !== null)
  return (
    <div className="flex h-full max-sm:flex-col">
      <a
        href="#page"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-raised px-3 py-2 font-medium shadow-popover focus:translate-y-0"
      >
        Skip to the page
      </a>
      <Sidebar />
      <div className="flex min-w-0 grow flex-col max-sm:min-h-0">
        {isKnown && (
          <>
            <TimerBar />
            <AbsenceBar />
            <ConnectionNotice status={connection} />
          </>
        )}
        <main id="page" tabIndex={-1} className="flex min-h-0 grow flex-col outline-none">
          {isKnown ? (
            <CurrentPage />
          ) : (
            <>
              <h1 className="sr-only">Stint</h1>
              <FirstContact status={connection} />
            </>
          )}
        </main>
        <StatusLine />
      </div>
      <Suspense>
        {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
        {open === 'shortcuts' && <ShortcutSheet onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  )
}

function CurrentPage() {
  const [path] = useLocation()
  const page = pages.find(({ name }) => name === path.split('/')[1])
  if (path === '/') return <Redirect to="/today" replace />
  if (page === undefined) return <NotFoundPage />
  return (
    <ErrorBoundary resetKey={path}>
      <Suspense
        fallback={
          <>
            <h1 className="sr-only">{page.title}</h1>
            <SkeletonRows />
          </>
        }
      >
        <page.component />
      </Suspense>
    </ErrorBoundary>
  )
}

/** Actions that work wherever the person is. */
function useFrameActions(setOpen: (open: 'palette' | 'shortcuts') => void): void {
  const connection = useConnection()
  const run = useCommand()
  const [, navigate] = useLocation()
  const settings = () => useLive.getState().state?.settings
  const changeSetting = (change: { theme?: 'light' | 'dark' | 'system'; density?: 'comfortable' | 'compact' }) =>
    void run((client, commandKey) => client.settings.update({ commandKey, ...change }), { toastRefusal: true })
  const goTo = (name: string) => () => navigate(`/${name}`)
  useProvideActions({
    'go.today': goTo('today'),
    'go.projects': goTo('projects'),
    'go.search': goTo('search'),
    'go.import': goTo('import'),
    'go.settings': goTo('settings'),
    'edit.undo': () => void undoCommand(connection),
    'edit.redo': () => void redoCommand(connection),
    'view.light': () => changeSetting({ theme: 'light' }),
    'view.dark': () => changeSetting({ theme: 'dark' }),
    'view.system': () => changeSetting({ theme: 'system' }),
    'view.density': () => changeSetting({ density: settings()?.density === 'compact' ? 'comfortable' : 'compact' }),
    'help.palette': () => setOpen('palette'),
    'help.shortcuts': () => setOpen('shortcuts'),
  })
}
