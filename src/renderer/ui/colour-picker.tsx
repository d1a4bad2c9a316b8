import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { projectColour } from './colour-dot.tsx'
import { Popover } from './popover.tsx'
import { projectPalette } from './project-palette.ts'
import { Input } from './text-field.tsx'

const HEX = /^#?[0-9a-f]{6}$/i

/** The palette, any other colour as `#rrggbb`, and (for tags) none. Takes effect at once and closes. */
export function ColourPicker({
  trigger,
  value,
  allowNone = false,
  onChange,
}: {
  trigger: ReactNode
  value: string | null
  allowNone?: boolean
  onChange: (colour: string | null) => void
}) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const choose = (colour: string | null) => {
    setOpen(false)
    setTyped('')
    if (colour !== value) onChange(colour)
  }
  const isOther = value !== null && !projectPalette.some(({ colour }) => colour === value.toLowerCase())
  return (
    <Popover trigger={trigger} label="Colour" open={open} onOpenChange={setOpen} className="w-56 p-3">
      <div className="grid grid-cols-5 gap-2">
        {projectPalette.map(({ name, colour }) => (
          <button
            key={colour}
            type="button"
            aria-label={name}
            title={name}
            aria-pressed={colour === value?.toLowerCase()}
            style={projectColour(colour)}
            onClick={() => choose(colour)}
            className="project-colour flex size-8 items-center justify-center rounded-md bg-(--project-shown)"
          >
            {colour === value?.toLowerCase() && <Check aria-hidden="true" size={16} className="text-surface" />}
          </button>
        ))}
      </div>
      <form
        className="mt-3"
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          if (HEX.test(typed.trim())) choose(`#${typed.trim().replace('#', '').toLowerCase()}`)
        }}
      >
        <Input
          aria-label="Another colour, as #rrggbb"
          aria-invalid={typed !== '' && !HEX.test(typed.trim()) && typed.trim().length > 6}
          value={typed}
          maxLength={7}
          placeholder={isOther ? value : '#rrggbb, then Enter'}
          onChange={(event) => setTyped(event.target.value)}
          className="tabular"
        />
      </form>
      {allowNone && (
        <button
          type="button"
          aria-pressed={value === null}
          onClick={() => choose(null)}
          className={clsx(
            'mt-2 flex h-8 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-hover',
            value === null && 'font-medium',
          )}
        >
          No colour
        </button>
      )}
    </Popover>
  )
}
