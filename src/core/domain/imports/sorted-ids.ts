/** Ids as entries keep their tags: sorted, each once. */
export function sortedIds(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort()
}
