import { create } from 'zustand'

/** A note that was begun elsewhere (a hotkey, a link); `text` may be empty. null: none is asked for. */
export const useQuickNote = create<{ readonly asked: { readonly text: string } | null }>(() => ({ asked: null }))

/** The field takes the focus and shows `text`. Nothing is kept before the person says so with Enter. */
export function askQuickNote(text: string): void {
  useQuickNote.setState({ asked: { text } })
}

export function endQuickNote(): void {
  useQuickNote.setState({ asked: null })
}
