import { useState } from 'react'

/** For whoever wants to open and close a panel from outside; without, the panel does it itself. */
export interface OpenControl {
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** Whether a panel is open, and what opens and closes it, wherever that is decided. */
export function useOpen({ open, onOpenChange }: OpenControl): [isOpen: boolean, setOpen: (open: boolean) => void] {
  const [ownOpen, setOwnOpen] = useState(false)
  return [
    open ?? ownOpen,
    (next) => {
      setOwnOpen(next)
      onOpenChange?.(next)
    },
  ]
}
