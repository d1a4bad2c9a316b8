import { controls } from './commands.ts'

export interface ControlCall {
  readonly id: number
  readonly method: string
  readonly args: readonly unknown[]
}

export type ControlAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string }

/** Takes calls from the process that started this one, over Node's own channel between the two. */
export function listenForControls(): void {
  if (process.send === undefined) return
  // Calls by name: the caller's types are those of the same object.
  const table = controls as unknown as Record<string, (...args: readonly unknown[]) => unknown>
  process.on('message', (message) => {
    const { id, method, args } = message as ControlCall
    const run = async () => await table[method]?.(...args)
    run().then(
      (value) => answer({ id, ok: true, value }),
      (error: unknown) => answer({ id, ok: false, message: error instanceof Error ? error.message : String(error) }),
    )
  })
  // A test that is gone needs no app.
  process.on('disconnect', () => process.exit(1))
}

function answer(message: ControlAnswer): void {
  if (process.connected) process.send?.(message)
}
