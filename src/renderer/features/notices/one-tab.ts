/** Of all tabs of a browser one tells. Locks go with the page that holds them, so that a closed tab is no obstacle. */
const VISIBLE = 'stint.page-in-sight'

/** Says to the other tabs, as long as this page is in sight, that one is. Answers with what ends it. */
export function tellInSight(): () => void {
  const left = new AbortController()
  let hidden = () => {}
  const tell = () => {
    hidden()
    if (document.visibilityState !== 'visible') return
    const untilHidden = new Promise<void>((resolve) => {
      hidden = resolve
    })
    void navigator.locks.request(VISIBLE, { mode: 'shared' }, () => untilHidden)
  }
  document.addEventListener('visibilitychange', tell, { signal: left.signal })
  tell()
  return () => {
    left.abort()
    hidden()
  }
}

/** Whether any tab is in sight. */
export async function isAnyInSight(): Promise<boolean> {
  return navigator.locks.request(VISIBLE, { ifAvailable: true }, (lock) => lock === null)
}

/** True for the first tab that asks, and for no other before `until` is settled or that tab is gone. */
export function claim(id: string, until: Promise<void>): Promise<boolean> {
  return new Promise((answer) => {
    void navigator.locks.request(`stint.notice.${id}`, { ifAvailable: true }, async (lock) => {
      answer(lock !== null)
      if (lock !== null) await until
    })
  })
}
