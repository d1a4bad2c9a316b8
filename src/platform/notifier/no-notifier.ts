import type { Notifier } from '../../core/ports/notifier.ts'

/** A host without a desktop: its open pages show notices themselves. */
export const noNotifier: Notifier = { show: () => undefined, withdraw: () => undefined }
