/** Chosen rows of a list. `anchor` is where a range begins: the last row chosen or let go by itself. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly anchor: string | null
}

export const NOTHING: Selection = { ids: new Set(), anchor: null }

/** Ctrl or ⌘ with a click, or Space. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** Shift with a click or an arrow: everything from the anchor to `id`, in the order of the list; the rest is let go. */
export function extended({ anchor }: Selection, id: string, order: readonly string[]): Selection {
  const from = anchor === null ? -1 : order.indexOf(anchor)
  const to = order.indexOf(id)
  if (from === -1 || to === -1) return { ids: new Set([id]), anchor: id }
  return { ids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)), anchor }
}

export function everything(order: readonly string[]): Selection {
  return { ids: new Set(order), anchor: order[0] ?? null }
}

/** Rows that are gone (deleted, another day) are chosen no longer; the same object when nothing changes. */
export function stillThere(selection: Selection, order: readonly string[]): Selection {
  const present = new Set(order)
  if ([...selection.ids].every((id) => present.has(id))) return selection
  const ids = new Set([...selection.ids].filter((id) => present.has(id)))
  return { ids, anchor: selection.anchor !== null && present.has(selection.anchor) ? selection.anchor : null }
}
