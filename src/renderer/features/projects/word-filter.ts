import { fold } from '../../ui/rank-options.ts'

/** Whether a text holds every typed word, without regard to case and accents. */
export function wordFilter(filter: string): (text: string) => boolean {
  const words = fold(filter.trim())
    .split(/\s+/)
    .filter((word) => word !== '')
  return (text) => {
    const folded = fold(text)
    return words.every((word) => folded.includes(word))
  }
}
