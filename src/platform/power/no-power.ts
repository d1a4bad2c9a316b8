import type { Power } from '../../core/ports/power.ts'

/** A host that hears nothing of the machine: pages and `stint away` tell it. */
export const noPower: Power = { idleMs: () => undefined, listen: () => () => undefined }
