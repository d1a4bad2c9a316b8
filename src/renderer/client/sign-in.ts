/**
 * Exchanges the one-time code of the address (`#code=…`) for a session, once, and takes it out of the address bar and
 * the history at once, whatever the answer. Returns false when the host refused the code.
 */
export async function signInFromAddress(): Promise<boolean> {
  const code = /^#code=([A-Za-z0-9_-]{1,64})$/.exec(window.location.hash)?.[1]
  if (code === undefined) return true
  window.history.replaceState(null, '', window.location.pathname + window.location.search)
  try {
    const answer = await fetch('/auth/exchange', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    return answer.ok
  } catch (error) {
    // Nobody answers: the connection finds that out too, and says so.
    if (error instanceof TypeError) return false
    throw error
  }
}
