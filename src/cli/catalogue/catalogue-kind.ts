import type { Catalogue } from '../../shared/contract/catalogue.ts'
import type { StintClient } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/result.ts'
import type { CliError } from '../cli-error.ts'
import type { CandidateKind } from '../completion/candidate-kind.ts'
import type { Column } from '../output/table.ts'

/** What the common verbs need to know about one kind of thing that entries can name. */
export interface CatalogueKind<T extends { readonly id: string }> {
  /** The command's word, and the list's key in JSON: `projects`. */
  readonly plural: 'projects' | 'clients' | 'activities' | 'tags' | 'items' | 'templates'
  /** The key of one in JSON: `project`. */
  readonly singular: string
  /** For people: `work item`. */
  readonly word: string
  readonly complete: CandidateKind
  readonly things: (catalogue: Catalogue) => readonly T[]
  readonly find: (catalogue: Catalogue, typed: string) => Result<T, CliError>
  /** For people: `Acme/Payments`. */
  readonly nameOf: (thing: T, catalogue: Catalogue) => string
  readonly json: (thing: T, catalogue: Catalogue) => object
  readonly columns: readonly Column[]
  readonly row: (thing: T, catalogue: Catalogue) => readonly string[]
  /** Hidden from pickers, kept for history; null where the kind knows no such state. */
  readonly archive: {
    readonly isArchived: (thing: T) => boolean
    readonly verb: string
    readonly undoVerb: string
    readonly set: (client: StintClient, commandKey: string, id: string, archived: boolean) => Promise<{ item: T }>
  } | null
  readonly remove: (client: StintClient, input: { commandKey: string; id: string }) => Promise<{ item: T }>
}
