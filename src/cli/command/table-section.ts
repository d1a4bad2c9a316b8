import type { CliCommand, CommandGroup } from './cli-command.ts'

/** A command's name and line in `stint help`. Its module is loaded only when it is asked for. */
export interface TableRow {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<CliCommand | CommandGroup>
}

export interface TableSection {
  readonly title: string
  readonly rows: readonly TableRow[]
}

export function rowsOf(table: readonly TableSection[]): TableRow[] {
  return table.flatMap(({ rows }) => rows)
}
