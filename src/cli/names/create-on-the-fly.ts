import type { Catalogue } from '../../shared/contract/catalogue.ts'
import type { Activity, Project } from '../../shared/contract/entities.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import { commandKey } from '../input/command-key.ts'
import { findClient } from './find-in-catalogue.ts'

/** A project called `Payments`, or `Acme/Payments` under a client, which is made where there is none. */
export async function createProject(
  context: CliContext,
  catalogue: Catalogue,
  typed: string,
): Promise<Result<Project, CliError>> {
  const slash = typed.indexOf('/')
  const clientName = slash < 0 ? '' : typed.slice(0, slash).trim()
  const name = slash < 0 ? typed : typed.slice(slash + 1).trim()
  const client = clientName === '' ? ok(null) : await clientIdFor(context, catalogue, clientName)
  if (!client.ok) return client
  const made = await context.ask((ask) =>
    ask.projects.create({ commandKey: commandKey(), name, clientId: client.value }),
  )
  return made.ok ? ok(made.value.item) : made
}

/** An activity that goes with every project. */
export async function createActivity(context: CliContext, name: string): Promise<Result<Activity, CliError>> {
  const made = await context.ask((ask) => ask.activities.create({ commandKey: commandKey(), name, projectId: null }))
  return made.ok ? ok(made.value.item) : made
}

export async function clientIdFor(
  context: CliContext,
  catalogue: Catalogue,
  name: string,
): Promise<Result<string, CliError>> {
  const known = findClient(catalogue, name)
  if (known.ok) return ok(known.value.id)
  if (known.error.code !== 'not-found') return known
  const made = await context.ask((ask) => ask.clients.create({ commandKey: commandKey(), name }))
  return made.ok ? ok(made.value.item.id) : made
}
