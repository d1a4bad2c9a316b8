import type { PlannedWrite } from './plan-writes.ts'
import type { Intent } from './sync-item.ts'

/**
 * The key under which a record is looked for after an unknown outcome: the same at every attempt, another for each
 * part. Providers that keep a field of ours get it.
 */
export function recordKey(entryId: string, part: string): string {
  return part === '' ? entryId : `${entryId}/${part}`
}

/** A planned write as it is noted before the call. */
export function intentOf(write: PlannedWrite, entryId: string, zone: string, sentAtMs: number): Intent {
  const { part } = write
  switch (write.kind) {
    case 'create':
      return { kind: 'create', part, key: recordKey(entryId, part), fields: write.fields, zone, sentAtMs }
    case 'replace':
      return {
        kind: 'replace',
        part,
        key: recordKey(entryId, part),
        fields: write.fields,
        zone,
        oldRemoteId: write.remoteId,
        sentAtMs,
      }
    case 'update':
      return {
        kind: 'update',
        part,
        key: recordKey(entryId, part),
        remoteId: write.remoteId,
        fields: write.fields,
        zone,
        changed: write.changed,
        sentAtMs,
      }
    case 'remove':
      return { kind: 'remove', part, remoteId: write.remoteId, sentAtMs }
  }
}
