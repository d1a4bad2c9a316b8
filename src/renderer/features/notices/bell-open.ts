import { create } from 'zustand'

/** Whether the list at the bell is open: what it shows needs no message over it. */
export const useBellOpen = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }))
