import type { Away } from '../../shared/contract/absence.ts'

/** That a host was there, and what it knew of the person then. Kept beside the database, for the next start. */
export interface LifeSign {
  readonly atMs: number
  /** The entry that ran then. */
  readonly entryId: string
  /** Nobody was there at that time. */
  readonly away: Away | null
  /** The host ended in an orderly way, at `atMs`. */
  readonly ended: boolean
}

export interface LifeSigns {
  read(): LifeSign | null
  /** Cheap enough for once a minute; survives the end of the process. */
  write(sign: LifeSign): void
  /** No timer runs. */
  clear(): void
}
