const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** `mon`, `Monday` or `1` as an ISO weekday, 1 to 7; undefined else. */
export function readWeekday(typed: string): number | undefined {
  const word = typed.trim().toLowerCase()
  if (/^[1-7]$/.test(word)) return Number(word)
  const index = WEEKDAYS.findIndex((name) => word.length >= 3 && name.startsWith(word))
  return index < 0 ? undefined : index + 1
}

/** `mon-fri`, `mon,wed`, `fri-mon` (over the weekend), `all` or `none`, as ISO weekdays in order; undefined else. */
export function readWeekdays(typed: string): number[] | undefined {
  const word = typed.trim().toLowerCase()
  if (word === 'none') return []
  if (word === 'all') return [1, 2, 3, 4, 5, 6, 7]
  const days = new Set<number>()
  for (const part of word.split(',')) {
    const ends = part.split('-').map(readWeekday)
    const [from, to = from] = ends
    if (ends.length > 2 || ends.includes(undefined) || from === undefined || to === undefined) return undefined
    for (let step = 0; step <= (to - from + 7) % 7; step += 1) days.add(((from - 1 + step) % 7) + 1)
  }
  return [...days].sort()
}

/** The inverse of {@link readWeekdays}, with a row of three or more days as a range: `mon-fri`, `mon, wed`. */
export function weekdaysText(days: readonly number[]): string {
  if (days.length === 0) return 'none'
  if (days.length === 7) return 'all'
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const short = (day: number | undefined) => WEEKDAYS[(day ?? 1) - 1]?.slice(0, 3) ?? ''
  return runs
    .map((run) => (run.length > 2 ? `${short(run[0])}-${short(run.at(-1))}` : run.map(short).join(',')))
    .join(',')
}
