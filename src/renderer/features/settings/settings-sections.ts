/** The parts of the page, in their order; the address names them: `/settings/backups`. */
export const sections = [
  { name: 'profile', title: 'Profile' },
  { name: 'appearance', title: 'Appearance' },
  { name: 'time', title: 'Time' },
  { name: 'away', title: 'Time away' },
  { name: 'reminders', title: 'Reminders' },
  { name: 'notifications', title: 'Notifications' },
  { name: 'desktop', title: 'Desktop' },
  { name: 'backups', title: 'Backups' },
  { name: 'shortcuts', title: 'Shortcuts' },
  { name: 'data', title: 'Your data' },
  { name: 'about', title: 'About' },
] as const

export type SectionName = (typeof sections)[number]['name']

/** The section that the address names, if it names one. */
export function sectionOf(path: string): SectionName | null {
  const part = path.split('/')[2]
  return sections.find(({ name }) => name === part)?.name ?? null
}

export function headingId(name: SectionName): string {
  return `settings-${name}`
}

/** Nearer to the top edge than this counts as being read. */
const READING_PX = 48

/**
 * The section that is being read, by the distance of each one's top from the top edge of what is in sight (in their
 * order, negative where it is above); at the very end, the last one is, however short it is.
 */
export function sectionInSight(topsPx: readonly number[], isAtEnd: boolean): SectionName {
  if (isAtEnd) return 'about'
  const index = topsPx.findLastIndex((top) => top <= READING_PX)
  return sections[Math.max(0, index)]?.name ?? 'profile'
}
