/** What an option's value or an argument can be completed with. */
export type CandidateKind =
  | 'projects'
  | 'clients'
  | 'activities'
  | 'tags'
  | 'items'
  | 'templates'
  | 'entries'
  | 'backups'
  | 'batches'
  | 'files'
  | 'folders'
  | 'commands'
