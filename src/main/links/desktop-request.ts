/** What somebody outside asks of a running Stint: arguments of a second start, a link, a file. */
export type DesktopRequest =
  | { readonly kind: 'show' | 'mini' | 'stop' | 'toggle' | 'import' }
  /** `project` by name, as the person knows it. */
  | { readonly kind: 'start'; readonly note: string; readonly project: string }
  /** The mini window's note field, with `text` in it. */
  | { readonly kind: 'note'; readonly text: string }
