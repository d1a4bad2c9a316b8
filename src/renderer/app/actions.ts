import { useEffect, useRef } from 'react'
import { ACTIONS, type ActionId, type ActionInfo } from '../../shared/actions/action-list.ts'
import { useSettings } from '../client/live-store.ts'
import { effectiveShortcuts } from './shortcuts.ts'

/** What an action does right now, given by the part of the page that can do it. */
export interface ActionHandler {
  readonly run: () => void
  /** Left out: always possible while it is provided. */
  readonly when?: () => boolean
}

type Handlers = Partial<Record<ActionId, (() => void) | ActionHandler>>

/** The last to provide an action does it: a page over the frame, a dialog over the page. */
const provided = new Map<ActionId, ActionHandler[]>()

function provideActions(handlers: Handlers): () => void {
  const added: [ActionId, ActionHandler][] = []
  for (const { id } of ACTIONS) {
    const given = handlers[id]
    if (given === undefined) continue
    const handler = typeof given === 'function' ? { run: given } : given
    provided.set(id, [...(provided.get(id) ?? []), handler])
    added.push([id, handler])
  }
  return () => {
    for (const [id, handler] of added) {
      provided.set(
        id,
        (provided.get(id) ?? []).filter((other) => other !== handler),
      )
    }
  }
}

/** Provides actions while the component is there. Handlers may close over the latest state: the newest are called. */
export function useProvideActions(handlers: Handlers): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  const ids = Object.keys(handlers).sort().join(' ')
  useEffect(() => {
    const stable: Handlers = {}
    for (const id of ids.split(' ') as ActionId[]) {
      stable[id] = {
        run: () => {
          const handler = latest.current[id]
          if (typeof handler === 'function') handler()
          else handler?.run()
        },
        when: () => {
          const handler = latest.current[id]
          return typeof handler === 'function' || (handler?.when?.() ?? handler !== undefined)
        },
      }
    }
    return provideActions(stable)
  }, [ids])
}

function handlerOf(id: ActionId): ActionHandler | undefined {
  const handler = provided.get(id)?.at(-1)
  return handler !== undefined && (handler.when?.() ?? true) ? handler : undefined
}

/** Does it, if it can be done now; false where it cannot. */
export function runAction(id: ActionId): boolean {
  const handler = handlerOf(id)
  handler?.run()
  return handler !== undefined
}

/** What can be done now, in the order of the list. */
export function availableActions(): ActionInfo[] {
  return ACTIONS.filter(({ id }) => handlerOf(id) !== undefined)
}

const NO_OVERRIDES = {}

/** Each action's shortcut, with the person's own changes. */
export function useShortcuts(): Map<ActionId, string> {
  return effectiveShortcuts(useSettings()?.shortcuts ?? NO_OVERRIDES)
}

export function useShortcut(id: ActionId): string {
  return useShortcuts().get(id) ?? ''
}
