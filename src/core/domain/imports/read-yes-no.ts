const YES = new Set(['yes', 'y', 'true', '1', 'x', 'billable', 'ja', 'j', 'oui', 'si', 'sí', 'wahr', 'sant', 'vrai'])
const NO = new Set([
  'no',
  'n',
  'false',
  '0',
  '-',
  'non-billable',
  'not billable',
  'nej',
  'nein',
  'nee',
  'nei',
  'non',
  'falsch',
  'falskt',
  'faux',
])

/** null: the cell is empty; undefined: it says something else. */
export function readYesNo(text: string): boolean | null | undefined {
  if (text === '') return null
  const word = text.toLowerCase()
  if (YES.has(word)) return true
  return NO.has(word) ? false : undefined
}
