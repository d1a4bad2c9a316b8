import type { CoreContext } from '../core-context.ts'

/** Opens an upload; the caller of this remembers the answer per command key. */
export function beginUpload({ ports }: CoreContext): { uploadId: string } {
  const uploadId = ports.ids.next()
  ports.uploads.begin(uploadId, ports.clock.nowMs())
  return { uploadId }
}
