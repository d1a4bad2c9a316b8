import { X } from 'lucide-react'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { StintClient } from '../../../shared/contract/contract.ts'
import { useCommand } from '../../client/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { OptionPicker } from '../../ui/option-picker.tsx'
import { NONE } from '../../ui/project-options.tsx'
import { Input } from '../../ui/text-field.tsx'
import { ProjectChoice } from './project-choice.tsx'
import { byName } from './project-rows.ts'

/** What is being made; a project may begin with a client. */
export type NewKind =
  | { readonly kind: 'project'; readonly clientId: string | null }
  | { readonly kind: 'client' | 'activity' | 'tag' | 'item' | 'template' }

const labels = {
  project: 'New project',
  client: 'New client',
  activity: 'New activity',
  tag: 'New tag',
  item: 'New work item',
  template: 'New template',
}

/** A line above the list that makes one thing after another: Enter makes it and empties the field, Esc closes. */
export function NewThing({
  making,
  catalogue,
  onMade,
  onClose,
}: {
  making: NewKind
  catalogue: Catalogue
  /** The id of what was made. */
  onMade: (id: string) => void
  onClose: () => void
}) {
  const run = useCommand()
  const [text, setText] = useState('')
  const [key, setKey] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [parentId, setParentId] = useState(making.kind === 'project' ? making.clientId : null)
  const first = useRef<HTMLInputElement>(null)
  const label = labels[making.kind]
  useEffect(() => first.current?.focus(), [])

  async function create(event: SubmitEvent) {
    event.preventDefault()
    const name = text.trim()
    if (name === '' || (making.kind === 'item' && key.trim() === '')) {
      setProblem(making.kind === 'item' ? 'Give a key and a title' : 'Give a name')
      return
    }
    const result = await run(
      (client, commandKey) => creator(client, making.kind)({ commandKey, name, key, parentId }),
      {
        done: `Created ${making.kind === 'item' ? `work item ${key.trim()}` : `${making.kind} “${name}”`}`,
      },
    )
    first.current?.focus()
    if (!result.ok) return setProblem(result.error.message)
    setText('')
    setKey('')
    setProblem(null)
    onMade(result.value.item.id)
  }

  return (
    <form
      aria-label={label}
      onSubmit={(event) => void create(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
      className="mx-5 mb-2 rounded-md bg-sunken p-2 max-sm:mx-3"
    >
      <div className="flex flex-wrap items-center gap-2">
        {making.kind === 'item' && (
          <Input
            ref={first}
            aria-label="Key"
            placeholder="Key"
            value={key}
            maxLength={64}
            onChange={(event) => setKey(event.target.value)}
            className="w-28! shrink-0"
          />
        )}
        <Input
          ref={making.kind === 'item' ? undefined : first}
          aria-label={making.kind === 'item' ? 'Title' : label}
          aria-invalid={problem !== null}
          placeholder={making.kind === 'item' ? 'Title' : `${label}, then Enter`}
          value={text}
          maxLength={making.kind === 'tag' ? 64 : 200}
          onChange={(event) => {
            setText(event.target.value)
            setProblem(null)
          }}
          className="w-auto! min-w-40 grow"
        />
        {making.kind === 'project' && <ClientChoice catalogue={catalogue} value={parentId} onChange={setParentId} />}
        {(making.kind === 'activity' || making.kind === 'item') && (
          <ProjectChoice
            catalogue={catalogue}
            label={making.kind === 'activity' ? 'Offered with' : 'Project'}
            noneLabel={making.kind === 'activity' ? 'Every project' : 'No project'}
            value={parentId}
            onChange={setParentId}
          />
        )}
        <Button type="submit" variant="primary">
          Create
        </Button>
        <IconButton label="Close" shortcut="escape" onClick={onClose}>
          <X size={16} />
        </IconButton>
      </div>
      {problem !== null && (
        <p role="alert" className="px-1 pt-1 text-sm text-danger">
          {problem}
        </p>
      )}
    </form>
  )
}

function ClientChoice({
  catalogue,
  value,
  onChange,
}: {
  catalogue: Catalogue
  value: string | null
  onChange: (clientId: string | null) => void
}) {
  const run = useCommand()
  const clients = catalogue.clients.filter(({ archived }) => !archived).sort(byName)
  const name = catalogue.clients.find(({ id }) => id === value)?.name ?? 'No client'
  return (
    <OptionPicker
      label="Client"
      placeholder="Find or create a client"
      options={[{ id: NONE, label: 'No client' }, ...clients.map((client) => ({ id: client.id, label: client.name }))]}
      value={value ?? NONE}
      onChange={(id) => onChange(id === NONE ? null : id)}
      createLabel={(text) => `Create client “${text}”`}
      onCreate={async (text) => {
        const result = await run((client, commandKey) => client.clients.create({ commandKey, name: text }), {
          toastRefusal: true,
        })
        return result.ok ? result.value.item.id : null
      }}
      trigger={
        <Button aria-label={`Client: ${name}. Change`} className="max-w-56">
          <span className="truncate font-normal">{name}</span>
        </Button>
      }
    />
  )
}

interface NewFields {
  readonly commandKey: string
  readonly name: string
  readonly key: string
  readonly parentId: string | null
}

function creator(client: StintClient, kind: NewKind['kind']): (fields: NewFields) => Promise<{ item: { id: string } }> {
  switch (kind) {
    case 'project':
      return ({ commandKey, name, parentId }) => client.projects.create({ commandKey, name, clientId: parentId })
    case 'client':
      return ({ commandKey, name }) => client.clients.create({ commandKey, name })
    case 'activity':
      return ({ commandKey, name, parentId }) => client.activities.create({ commandKey, name, projectId: parentId })
    case 'tag':
      return ({ commandKey, name }) => client.tags.create({ commandKey, name })
    case 'item':
      return ({ commandKey, name, key, parentId }) =>
        client.workItems.create({ commandKey, key: key.trim(), title: name, projectId: parentId })
    case 'template':
      return ({ commandKey, name }) => client.templates.create({ commandKey, name, note: name })
  }
}
