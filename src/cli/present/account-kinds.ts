/** As `timeProviderKindSchema` of the contract, which would bring zod into completion. Held together by a test. */
export const accountKinds: readonly string[] = [
  'toggl',
  'milltime',
  'kleer',
  'kimai',
  'clockify',
  'harvest',
  'solidtime',
  'jira',
  'tempo',
]
