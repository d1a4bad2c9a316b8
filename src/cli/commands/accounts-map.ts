import { err, ok } from '../../shared/result.ts'
import { usageError } from '../cli-error.ts'
import { argument, defineCommand } from '../command/cli-command.ts'
import { flag, text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { findAccount } from '../names/find-account.ts'
import { findActivity, findProject } from '../names/find-in-catalogue.ts'
import { oneLine } from '../output/display-width.ts'
import { tableLines } from '../output/table.ts'
import { plural } from '../present/entry-answer.ts'
import { loadCatalogue } from '../present/load-names.ts'

const nameArgument = argument('<account>', 'Name of the account', 'accounts')

export const listRemoteProjects = defineCommand({
  name: 'accounts projects',
  summary: 'The provider’s projects, to be mapped to yours',
  args: [nameArgument, argument('[words]', 'Only those whose name holds this')],
  options: { refresh: flag('--refresh', 'Ask the provider anew') },
  examples: [{ line: 'stint accounts projects Work pay', what: 'those that have “pay” in their name' }],
  async run(context, [name = '', words], { refresh }) {
    const found = await findAccount(context, name)
    if (!found.ok) return found
    const { id } = found.value.account
    const asked = await context.ask((client) =>
      client.accounts.catalogue({ id, refresh, limit: 500, ...(words === undefined ? {} : { text: words }) }),
    )
    if (!asked.ok) return asked
    const names = await loadCatalogue(context)
    if (!names.ok) return names
    const { projects, activities, projectMap } = asked.value
    const mappedTo = (remoteId: string) =>
      projectMap
        .filter((map) => map.remoteId === remoteId)
        .flatMap(({ localId }) => names.value.projects.find((project) => project.id === localId)?.name ?? [])
        .join(', ')
    return ok({
      json: () => ({
        projects: projects.map((project) => ({ ...project, mapped: mappedTo(project.remoteId) || null })),
        activities,
      }),
      text: () =>
        tableLines(
          [{ paint: context.paint.dim }, { flexible: true }, {}, {}],
          projects.map(({ remoteId, name: remoteName, clientName, archived }) => [
            oneLine(remoteId),
            oneLine(clientName === null ? remoteName : `${clientName}/${remoteName}`),
            archived ? 'archived' : '',
            mappedTo(remoteId) === '' ? '' : `is ${oneLine(mappedTo(remoteId))}`,
          ]),
          context.out.columns,
        ),
    })
  },
})

export const mapNames = defineCommand({
  name: 'accounts map',
  summary: 'Say which project there one of yours is',
  details: ['ID is the provider’s, as “stint accounts projects” shows it; “none” takes the mapping away.'],
  args: [
    nameArgument,
    argument('<project>', 'Your project (with --activity: the project of the activity, or “-”)', 'projects'),
    argument('<id>', 'The provider’s id, or none'),
  ],
  options: { activity: text('--activity <name>', 'Map this activity of yours instead', { complete: 'activities' }) },
  examples: [{ line: 'stint accounts map Work Payments 4711', what: 'entries of Payments go to 4711' }],
  async run(context, [name = '', projectName = '', typedId = ''], { activity }) {
    const found = await findAccount(context, name)
    if (!found.ok) return found
    const names = await loadCatalogue(context)
    if (!names.ok) return names
    const project = projectName === '-' ? undefined : findProject(names.value, projectName)
    if (project?.ok === false) return project
    const projectId = project?.value.id
    const accountId = found.value.account.id
    const remoteId = typedId.toLowerCase() === 'none' ? null : typedId
    const input = { commandKey: commandKey(), accountId, remoteId }
    if (activity !== undefined) {
      const local = findActivity(names.value, activity, projectId ?? null)
      if (!local.ok) return local
      const mapped = await context.ask((client) =>
        client.accounts.mapActivity({ ...input, activityId: local.value.id }),
      )
      return mapped.ok ? mappedAnswer(mapped.value.queued) : mapped
    }
    if (projectId === undefined) return err(usageError('Name the project.'))
    const mapped = await context.ask((client) => client.accounts.mapProject({ ...input, projectId }))
    return mapped.ok ? mappedAnswer(mapped.value.queued) : mapped
  },
})

function mappedAnswer(queued: number) {
  return ok({
    json: () => ({ queued }),
    text: () => [`Mapped. ${plural(queued, 'entry is', 'entries are')} looked at again.`],
  })
}
