import { useEffect, useRef, useState } from 'react'
import type { DoctorCheck } from '../../../shared/contract/host.ts'
import { useClient } from '../../client/client-context.ts'
import { hostNowMs } from '../../client/live-store.ts'
import { refusalOf } from '../../client/refusal.ts'

export interface Health {
  /** null until it was checked once. */
  readonly found: { readonly checks: readonly DoctorCheck[]; readonly atMs: number } | null
  readonly isChecking: boolean
  /** Why it could not be checked. */
  readonly problem: string | null
  readonly check: () => Promise<void>
}

/** Asks the host to examine the profile and the machine, when a person wants to know. Leaving the page lets go of it. */
export function useHealth(): Health {
  const client = useClient()
  const [found, setFound] = useState<Health['found']>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isChecking, setIsChecking] = useState(false)
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  async function check(): Promise<void> {
    if (isChecking) return
    const current = new AbortController()
    stop.current = current
    setIsChecking(true)
    setProblem(null)
    try {
      const { checks } = await client.doctor.run({}, { signal: current.signal })
      setFound({ checks, atMs: hostNowMs() })
    } catch (error) {
      if (!current.signal.aborted) setProblem(refusalOf(error).message)
    } finally {
      setIsChecking(false)
    }
  }

  return { found, isChecking, problem, check }
}
