import { create } from 'zustand'

interface QuickNote {
  /** The note as it is being written; nothing is kept before Enter. null: none is asked for. */
  readonly text: string | null
  /** Counts how often one was asked for: each time the field takes the focus. */
  readonly asked: number
}

/** A note that was begun elsewhere (a hotkey, a link), for the field of the mini window. */
export const useQuickNote = create<QuickNote>(() => ({ text: null, asked: 0 }))

/** `text` is what is already known; '' where nothing is. */
export function askQuickNote(text: string): void {
  useQuickNote.setState(({ asked }) => ({ text, asked: asked + 1 }))
}

export function typeQuickNote(text: string): void {
  useQuickNote.setState({ text })
}

export function endQuickNote(): void {
  useQuickNote.setState({ text: null })
}
