export interface Ids {
  /** A new UUIDv7: sorts by creation time. */
  next(): string
}
