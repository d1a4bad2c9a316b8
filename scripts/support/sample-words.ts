/** Names and notes as people really write them: letters beyond ASCII, emoji, signs that mean something to SQL. */

export const clientNames = [
  'Nordlys AS',
  'Åhus Bryggeri',
  'Café Müller',
  'Fjällräven Data',
  'Ørsted Kraft',
  'Harbour & Sons',
  'Zürich Versicherung',
  'Kungsholmens Bokhandel',
  'Internal',
] as const

export const projectNames = [
  ['Payment service', 0],
  ['Customer portal', 0],
  ['Webbshop', 1],
  ['Lagersystem', 1],
  ['Reservierung', 2],
  ['Datalager', 3],
  ['Mobile app', 3],
  ['Grid forecasts', 4],
  ['Meter readings', 4],
  ['Fleet tracking', 5],
  ['Claims 2.0', 6],
  ['Policy import', 6],
  ['Kassasystem', 7],
  ['Recruiting', 8],
  ['Administration', 8],
  ['Learning', 8],
  ['On-call', 8],
] as const

export const activityNames = [
  'Development',
  'Code review',
  'Meeting',
  'Support',
  'Möte',
  'Research',
  'Writing',
] as const

export const tagNames = [
  'deep work',
  'meeting',
  'review',
  'bug',
  'förbättring',
  'urgent',
  'pairing',
  'travel',
  'öppet',
  'waiting',
  'docs',
  '🔥',
] as const

export const notes = [
  'Standup',
  'Code review: payment retries',
  'Fix flaky login test',
  'Möte om budget',
  'Write migration for invoices',
  'Refactor the import of CSV files',
  'Support: kunden kan inte logga in',
  'Plan the next sprint',
  'Pairing with Åsa on the cache',
  'Release 2.4 🚀',
  'Investigate slow query (>2 s at 100 %)',
  'Read about time zones',
  'E-mail',
  'Interview with candidate',
  'Rätta stavfel i hjälptexterna',
  'Design: empty states',
  'Incident: queue stopped 🔥',
  'Retro',
  'Öva på presentationen',
  'Update snake_case names in the API',
  'Lunch & learn',
  'Upgrade dependencies',
  'Answer questions from support',
  'Backlog grooming',
  'Draft the architecture page',
] as const

export const workItemTitles = [
  'Retry payments after a lost connection',
  'Ångra ska fungera efter omstart',
  'Export to CSV loses the last row',
  'Show totals per week',
  'Dark mode for the calendar',
  'Snabbare sökning',
  'Let people choose the first day of the week',
  'Crash when the disk is full',
] as const
