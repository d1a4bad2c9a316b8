import { useMemo } from 'react'
import { useCommand } from '../../client/use-command.ts'

/** What the pickers call to make what was typed. Each answers with the new id, or null after saying why not. */
export function useNameCommands() {
  const run = useCommand()
  return useMemo(() => {
    const toastRefusal = { toastRefusal: true }
    const idOf = (result: Awaited<ReturnType<typeof run<{ item: { id: string } }>>>) =>
      result.ok ? result.value.item.id : null
    return {
      createProject: async (name: string) =>
        idOf(await run((client, commandKey) => client.projects.create({ commandKey, name }), toastRefusal)),
      createActivity: async (name: string, projectId: string) =>
        idOf(
          await run((client, commandKey) => client.activities.create({ commandKey, name, projectId }), toastRefusal),
        ),
      createTag: async (name: string) =>
        idOf(await run((client, commandKey) => client.tags.create({ commandKey, name }), toastRefusal)),
      createWorkItem: async (key: string, title: string) =>
        idOf(await run((client, commandKey) => client.workItems.create({ commandKey, key, title }), toastRefusal)),
    }
  }, [run])
}
