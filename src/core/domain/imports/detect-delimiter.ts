import type { ImportOptions } from '../../../shared/contract/transfer.ts'

export type Delimiter = NonNullable<ImportOptions['delimiter']>

const CANDIDATES: readonly Delimiter[] = [',', ';', '\t', '|']
const SAMPLE_CHARS = 20_000
const SAMPLE_LINES = 20

/** The mark that cuts the first lines into equally many columns, and more than one; a comma where none does. */
export function detectDelimiter(text: string): Delimiter {
  const lines = unquotedLines(text.slice(0, SAMPLE_CHARS))
  let best: Delimiter = ','
  let bestScore = 0
  for (const candidate of CANDIDATES) {
    const counts = lines.map((line) => line.split(candidate).length - 1)
    const inHeader = counts[0] ?? 0
    const agreeing = counts.filter((count) => count === inHeader).length / Math.max(counts.length, 1)
    const score = inHeader * agreeing
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

/** Excel writes `sep=;` as a first line of its own: the delimiter, and where the table begins. */
export function readSepLine(text: string): { readonly delimiter: Delimiter; readonly length: number } | undefined {
  const match = /^sep=([,;\t|])\r?\n/i.exec(text)
  const delimiter = CANDIDATES.find((candidate) => candidate === match?.[1])
  return match === null || delimiter === undefined ? undefined : { delimiter, length: match[0].length }
}

function unquotedLines(sample: string): string[] {
  return sample
    .replace(/"(?:[^"]|"")*("|$)/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES)
}
