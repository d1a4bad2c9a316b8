import { Archive, ArchiveRestore, Ellipsis, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'

/** The menu at the end of a row: what only this kind can do, then archive and delete. */
export function ThingMenu({
  name,
  archived,
  onArchive,
  onRemove,
  children,
}: {
  name: string
  /** Left out for what cannot be archived. */
  archived?: boolean
  onArchive?: (archived: boolean) => void
  onRemove: () => void
  children?: ReactNode
}) {
  return (
    <Menu
      label={name}
      trigger={
        <IconButton label={`More for ${name}`}>
          <Ellipsis size={16} />
        </IconButton>
      }
    >
      {children !== undefined && (
        <>
          {children}
          <MenuSeparator />
        </>
      )}
      {archived !== undefined && onArchive !== undefined && (
        <MenuItem
          icon={archived ? <ArchiveRestore size={16} /> : <Archive size={16} />}
          onSelect={() => onArchive(!archived)}
        >
          {archived ? 'Bring back' : 'Archive'}
        </MenuItem>
      )}
      <MenuItem icon={<Trash2 size={16} />} shortcut="delete" danger onSelect={onRemove}>
        Delete
      </MenuItem>
    </Menu>
  )
}
