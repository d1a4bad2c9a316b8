import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { showRememberedAppearance } from './app/appearance.ts'
import { preloadPages } from './app/routes.tsx'
import { runWindowCommand } from './app/run-window-command.ts'
import { connect } from './client/connect.ts'
import { startIdleSignals } from './client/idle-signals.ts'
import { startLive } from './client/live-store.ts'
import { openPortWire } from './client/port-wire.ts'
import { createQueryClient } from './client/query-client.ts'
import { signInFromAddress } from './client/sign-in.ts'
import { openSocketWire } from './client/socket-wire.ts'
import { followWindowCommands } from './client/window-commands.ts'
import type { OpenWire } from './client/wire.ts'

showRememberedAppearance()

/** The desktop's window has a port of its own; a browser signs in first, then opens a socket. */
function openWire(): OpenWire {
  if (window.stintHost !== undefined) return openPortWire(window.stintHost)
  const signedIn = signInFromAddress()
  return async () => {
    await signedIn
    return openSocketWire()
  }
}

const queries = createQueryClient()
const connection = connect(openWire())
startLive(connection, queries)
// The desktop gives commands and knows itself when nobody is there; a browser is asked for what it knows.
if (window.stintHost === undefined) startIdleSignals(connection)
else followWindowCommands(window.stintHost, runWindowCommand)

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root')
createRoot(root).render(
  <StrictMode>
    <App connection={connection} queries={queries} />
  </StrictMode>,
)

/** By then the first page stands and answers. */
const PRELOAD_AFTER_MS = 1500
setTimeout(preloadPages, PRELOAD_AFTER_MS)
