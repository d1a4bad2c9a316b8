export interface CommandPath {
  readonly name: string
  /** Brings about what the command needs; runs while there is room. Answers the command itself. */
  prepare(): Promise<(commandKey: string) => Promise<unknown>>
}
