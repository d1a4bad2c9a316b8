import path from 'node:path'

/** Where a profile keeps what. `dir` must be absolute. */
export interface ProfilePaths {
  readonly dir: string
  readonly database: string
  readonly wal: string
  readonly lock: string
  readonly sentinel: string
  readonly backups: string
  readonly logs: string
  readonly uploads: string
}

export function profilePaths(dir: string): ProfilePaths {
  const root = path.resolve(dir)
  const database = path.join(root, 'stint.db')
  return {
    dir: root,
    database,
    wal: `${database}-wal`,
    lock: path.join(root, 'profile.lock'),
    sentinel: path.join(root, 'profile.json'),
    backups: path.join(root, 'backups'),
    logs: path.join(root, 'logs'),
    uploads: path.join(root, 'uploads'),
  }
}
