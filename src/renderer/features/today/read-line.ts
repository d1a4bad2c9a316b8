import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { EntryTime } from '../../../shared/contract/entities.ts'
import type { InputContext } from '../../../shared/time-input/input-context.ts'
import { parseEntryLine } from '../../../shared/time-input/parse-entry-line.ts'
import { fold } from '../../ui/rank-options.ts'
import { timeOfRange } from './typed-times.ts'

/** A name that was typed: the thing it is, or what would be made. */
export interface TypedName {
  readonly name: string
  readonly id: string | null
  readonly colour: string | null
}

/** A line such as `9-10:30 Fix retry @Acme #backend` with its names looked up. */
export interface ReadLine {
  /** null: no time was typed, or it could not be read. */
  readonly time: EntryTime | null
  readonly note: string
  readonly project: TypedName | null
  readonly tags: readonly TypedName[]
  readonly billable: boolean | undefined
}

/** Names are found whatever their case and accents; archived ones are found as well, so that no double is made. */
export function readLine(text: string, context: InputContext, catalogue: Catalogue): ReadLine {
  const line = parseEntryLine(text, context)
  const find = (
    items: readonly { id: string; name: string; colour: string | null; archived: boolean }[],
    name: string,
  ): TypedName => {
    const same = items.filter((item) => fold(item.name) === fold(name))
    const item = same.find(({ archived }) => !archived) ?? same[0]
    return { name: item?.name ?? name, id: item?.id ?? null, colour: item?.colour ?? null }
  }
  return {
    time: line.range === undefined ? null : timeOfRange(line.range, context.zone),
    note: line.note,
    project: line.project === undefined ? null : find(catalogue.projects, line.project),
    tags: line.tags.map((name) => find(catalogue.tags, name)),
    billable: line.billable,
  }
}
