/** What a transport says of each call. */
export interface RouterContext {
  /** Who acts, for the audit trail: 'ui', 'cli', 'tray', 'api'. */
  readonly actor: string
}
