/** Which file of the profile holds what, as full paths in the host's own notation. */
export function placesOf(profile: string): readonly { readonly what: string; readonly path: string }[] {
  const isWindows = /^[A-Za-z]:\\|^\\\\/.test(profile)
  const at = (...parts: string[]) => [profile.replace(/[\\/]+$/, ''), ...parts].join(isWindows ? '\\' : '/')
  return [
    { what: 'All your time', path: at('stint.db') },
    { what: 'Backups', path: at('backups') },
    { what: 'Log', path: at('logs', 'stint.log') },
    { what: 'Files being imported', path: at('uploads') },
  ]
}
