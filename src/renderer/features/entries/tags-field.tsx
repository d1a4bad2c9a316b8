import { Hash } from 'lucide-react'
import { useCatalogue } from '../../client/queries.ts'
import { TagPicker } from '../../ui/tag-picker.tsx'
import { type EntryFieldProps, fieldButtonClass } from './field-look.ts'
import { useNameCommands } from './use-name-commands.ts'

const SHOWN = { bar: 1, row: 3 }

/** An entry's tags, as a button that opens the picker. */
export function TagsField({ value, look, tabIndex, ...rest }: EntryFieldProps<readonly string[], string[]>) {
  const { tags } = useCatalogue()
  const { createTag } = useNameCommands()
  const names = value.flatMap((id) => tags.find((tag) => tag.id === id)?.name ?? [])
  const more = names.length - SHOWN[look]
  return (
    <TagPicker
      tags={tags}
      value={value}
      onCreate={createTag}
      {...rest}
      trigger={
        <button
          type="button"
          tabIndex={tabIndex}
          data-edit="tags"
          aria-label={names.length === 0 ? 'Tags: none' : `Tags: ${names.join(', ')}`}
          title={names.length === 0 ? 'Tags' : names.map((name) => `#${name}`).join(' ')}
          className={fieldButtonClass(look, names.length === 0)}
        >
          {names.length === 0 ? (
            <Hash aria-hidden="true" size={look === 'bar' ? 16 : 14} />
          ) : (
            <span className="max-w-40 truncate">
              {names
                .slice(0, SHOWN[look])
                .map((name) => `#${name}`)
                .join(' ')}
              {more > 0 && ` +${more}`}
            </span>
          )}
        </button>
      }
    />
  )
}
