import { z } from 'zod'
import { command, commandInput, query } from './base.ts'
import { activitySchema, clientSchema, projectSchema, tagSchema, templateSchema, workItemSchema } from './entities.ts'
import { idSchema } from './primitives.ts'

/** Everything an entry can name, archived ones included: small enough to hold in memory. */
export const catalogueSchema = z.strictObject({
  clients: z.array(clientSchema),
  projects: z.array(projectSchema),
  activities: z.array(activitySchema),
  tags: z.array(tagSchema),
  workItems: z.array(workItemSchema),
  templates: z.array(templateSchema),
})
export type Catalogue = z.infer<typeof catalogueSchema>

export const catalogueContract = { get: query().input(z.strictObject({})).output(catalogueSchema) }

const create = () => command('already-exists', 'not-found')
/** A field left out stays as it is; `archived` hides a thing from pickers and keeps its history. */
const update = () => command('not-found', 'already-exists')
/** Refused while anything uses it: archive it instead. */
const remove = () => command('not-found', 'in-use').input(commandInput({ id: idSchema }))

const itemOf = <S extends z.ZodType>(schema: S) => z.strictObject({ item: schema })

const client = clientSchema.omit({ id: true }).partial()
export const clientsContract = {
  create: create()
    .input(commandInput({ ...client.shape, name: clientSchema.shape.name }))
    .output(itemOf(clientSchema)),
  update: update()
    .input(commandInput({ ...client.shape, id: idSchema }))
    .output(itemOf(clientSchema)),
  remove: remove().output(itemOf(clientSchema)),
}

const project = projectSchema.omit({ id: true }).partial()
export const projectsContract = {
  /** Without a colour the next one of the palette is taken. */
  create: create()
    .input(commandInput({ ...project.shape, name: projectSchema.shape.name }))
    .output(itemOf(projectSchema)),
  update: update()
    .input(commandInput({ ...project.shape, id: idSchema }))
    .output(itemOf(projectSchema)),
  remove: remove().output(itemOf(projectSchema)),
}

const activity = activitySchema.omit({ id: true }).partial()
export const activitiesContract = {
  create: create()
    .input(commandInput({ ...activity.shape, name: activitySchema.shape.name }))
    .output(itemOf(activitySchema)),
  update: update()
    .input(commandInput({ ...activity.shape, id: idSchema }))
    .output(itemOf(activitySchema)),
  remove: remove().output(itemOf(activitySchema)),
}

const tag = tagSchema.omit({ id: true }).partial()
export const tagsContract = {
  create: create()
    .input(commandInput({ ...tag.shape, name: tagSchema.shape.name }))
    .output(itemOf(tagSchema)),
  update: update()
    .input(commandInput({ ...tag.shape, id: idSchema }))
    .output(itemOf(tagSchema)),
  remove: remove().output(itemOf(tagSchema)),
}

const workItem = workItemSchema.omit({ id: true }).partial()
export const workItemsContract = {
  create: create()
    .input(commandInput({ ...workItem.shape, key: workItemSchema.shape.key, title: workItemSchema.shape.title }))
    .output(itemOf(workItemSchema)),
  update: update()
    .input(commandInput({ ...workItem.shape, id: idSchema }))
    .output(itemOf(workItemSchema)),
  remove: remove().output(itemOf(workItemSchema)),
}

const template = templateSchema.omit({ id: true }).partial()
export const templatesContract = {
  create: create()
    .input(commandInput({ ...template.shape, name: templateSchema.shape.name }))
    .output(itemOf(templateSchema)),
  update: update()
    .input(commandInput({ ...template.shape, id: idSchema }))
    .output(itemOf(templateSchema)),
  remove: remove().output(itemOf(templateSchema)),
}
