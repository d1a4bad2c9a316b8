import { randomUUID } from 'node:crypto'
import { nameKey } from '../../shared/name-key.ts'
import type { Desktop } from '../desktop.ts'
import { createTimerCommands } from '../timer/timer-commands.ts'
import { confirmRequest, tellRefusal } from './confirm-request.ts'
import type { DesktopRequest } from './desktop-request.ts'
import type { AskedFor } from './parse-arguments.ts'

export interface Requests {
  /** Never rejects. */
  run(asked: AskedFor): Promise<void>
  /** Says that something was not understood. */
  refuse(reason: string): Promise<void>
}

/**
 * Does what was asked from outside any page. A link may have been written by anybody, so what would start or stop the
 * timer is shown first, word by word; what a person typed is done at once. One question at a time: a page that opens a
 * hundred links asks once.
 */
export function createRequests(desktop: Desktop): Requests {
  let asking = false

  async function ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    if (asking) return undefined
    asking = true
    try {
      return await question()
    } finally {
      asking = false
    }
  }

  async function attempt(kind: string, act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      // A refusal (a clock that was set back, a full disk): the timer's own place says what is wrong.
      desktop.log.warn({ err: error, kind }, 'What was asked from outside was refused')
      desktop.windows.show({ page: 'timer' })
    }
  }

  return {
    run: ({ request, from }) =>
      attempt(request.kind, async () => {
        if (from === 'outside' && needsConsent(request)) {
          if ((await ask(() => confirmRequest(request, desktop.live.current()))) !== true) return
        }
        await run(request, desktop)
      }),
    refuse: (reason) =>
      attempt('refused', async () => {
        desktop.log.warn({ reason }, 'A link was refused')
        await ask(() => tellRefusal(reason))
      }),
  }
}

function needsConsent({ kind }: DesktopRequest): boolean {
  return kind === 'start' || kind === 'stop' || kind === 'toggle'
}

async function run(request: DesktopRequest, desktop: Desktop): Promise<void> {
  const { windows } = desktop
  const timer = createTimerCommands(desktop)
  switch (request.kind) {
    case 'show':
      return windows.show()
    case 'mini':
      return windows.showMini()
    case 'note':
      return windows.quickNote(request.text)
    case 'import':
      return windows.runAction('go.import')
    case 'stop':
      return timer.stop()
    case 'toggle':
      return timer.toggle()
    case 'start':
      return start(request, desktop)
  }
}

async function start(
  { note, project }: Extract<DesktopRequest, { kind: 'start' }>,
  { client, log, windows }: Desktop,
): Promise<void> {
  const projectId = project === '' ? undefined : await findProject(project, client)
  if (project !== '' && projectId === undefined) {
    log.warn({}, 'A link named a project that is not there')
    // Begun all the same: the time counts, the project can be chosen while it runs.
    windows.show({ page: 'timer' })
  }
  const details = { ...(note === '' ? {} : { note }), ...(projectId === undefined ? {} : { projectId }) }
  await client.timer.start({ commandKey: randomUUID(), ...details })
}

async function findProject(name: string, client: Desktop['client']): Promise<string | undefined> {
  const { projects } = await client.catalogue.get({})
  const wanted = nameKey(name)
  const found = projects.filter((project) => !project.archived && nameKey(project.name) === wanted)
  // Two clients may each have one of that name; which is meant is not ours to guess.
  return found.length === 1 ? found[0]?.id : undefined
}
