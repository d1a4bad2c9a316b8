export interface Span {
  readonly id: string
  readonly startMs: number
  readonly endMs: number
}

/** Where a block stands beside those it overlaps: column `column` of `columns` equally wide ones. */
export interface Placed {
  readonly id: string
  readonly column: number
  readonly columns: number
}

/**
 * Puts overlapping blocks side by side: each takes the first column that is free at its start, and all blocks that hang
 * together by overlaps share one count of columns. Touching is not overlapping. O(n · columns).
 */
export function layOutColumns(spans: readonly Span[]): Placed[] {
  const sorted = [...spans].sort((a, b) => a.startMs - b.startMs || b.endMs - a.endMs || (a.id < b.id ? -1 : 1))
  const placed: Placed[] = []
  let cluster: { id: string; column: number }[] = []
  let columnEnds: number[] = []
  let clusterEndMs = Number.NEGATIVE_INFINITY

  const closeCluster = () => {
    for (const { id, column } of cluster) placed.push({ id, column, columns: columnEnds.length })
    cluster = []
    columnEnds = []
  }
  for (const { id, startMs, endMs } of sorted) {
    if (startMs >= clusterEndMs) closeCluster()
    const free = columnEnds.findIndex((columnEndMs) => columnEndMs <= startMs)
    const column = free === -1 ? columnEnds.length : free
    columnEnds[column] = endMs
    cluster.push({ id, column })
    clusterEndMs = Math.max(clusterEndMs, endMs)
  }
  closeCluster()
  return placed
}
