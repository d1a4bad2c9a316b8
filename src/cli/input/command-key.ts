import { randomUUID } from 'node:crypto'

/** A fresh idempotency key: should the same message arrive twice, the host acts once. */
export function commandKey(): string {
  return randomUUID()
}
