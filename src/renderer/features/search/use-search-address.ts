import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { parseSearch, type Search, writeSearch } from './search-address.ts'

/** The search as the address has it, and how to change it. Typing replaces the address, a filter adds a step to Back. */
export function useSearchAddress(): [Search, (next: Search, options?: { replace?: boolean }) => void] {
  const query = useSearch()
  const [, navigate] = useLocation()
  const search = useMemo(() => parseSearch(query), [query])
  return [
    search,
    (next, options = {}) => {
      const text = writeSearch(next)
      navigate(text === '' ? '/search' : `/search?${text}`, { replace: options.replace ?? false })
    },
  ]
}
