/** Why a profile was not opened. In every case the files are as they were. */
export type OpenProfileError = {
  /** What happened, in one sentence. */
  readonly message: string
  /** What the person can do about it. */
  readonly mend: string
} & (
  | { readonly code: 'in-use'; readonly owner: { readonly pid: number; readonly url: string } | null }
  | { readonly code: 'newer-profile' }
  | { readonly code: 'edited-migration'; readonly migration: string }
  | { readonly code: 'out-of-order-migration'; readonly migration: string }
  | {
      readonly code: 'migration-failed'
      readonly migration: string
      readonly backup: string | null
      readonly reason: string
    }
  /** `newestBackup`: the newest backup that was checked and found good. */
  | { readonly code: 'damaged'; readonly reason: string; readonly newestBackup: string | null }
  | { readonly code: 'empty-file'; readonly newestBackup: string | null }
  | { readonly code: 'missing-database'; readonly newestBackup: string | null }
  | { readonly code: 'foreign'; readonly reason: string; readonly newestBackup: string | null }
  | { readonly code: 'read-only' }
  | { readonly code: 'no-access' }
  | { readonly code: 'disk-full' }
  | { readonly code: 'not-a-directory' }
)
