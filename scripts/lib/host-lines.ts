const HOSTS = ['headless', 'electron-test-host', 'electron']

/**
 * Which hosts browser tests ran on, a line each. A run of one kind of specs says nothing of hosts they are not meant for;
 * desktop specs that did not run on the real Electron say so, and why, each time: nobody is to take one for the other.
 * @param ran tests by host, skipped ones not counted
 */
export function hostLines(ran: ReadonlyMap<string, number>, noElectron: string | undefined): string[] {
  return HOSTS.flatMap((host) => {
    const count = ran.get(host)
    if (count !== undefined) return [`${host}: ${count} ran`]
    if (host !== 'electron' || !ran.has('electron-test-host')) return []
    return [`electron: not run. ${noElectron ?? 'It was not asked for.'}`]
  })
}
