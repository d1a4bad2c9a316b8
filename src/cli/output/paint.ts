/** Marks up words by meaning. Without colour every mark returns its text unchanged. */
export interface Paint {
  strong(text: string): string
  dim(text: string): string
  good(text: string): string
  warn(text: string): string
  bad(text: string): string
}

const CODES = { strong: [1, 22], dim: [2, 22], good: [32, 39], warn: [33, 39], bad: [31, 39] } as const

const plain = (text: string): string => text
export const noPaint: Paint = { strong: plain, dim: plain, good: plain, warn: plain, bad: plain }

/** Colour only for a person at a terminal who has not said no: NO_COLOR (no-color.org), and TERM=dumb. */
export function choosePaint(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Paint {
  const unwanted = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb'
  if (!isTerminal || unwanted) return noPaint
  const mark = (name: keyof typeof CODES) => (text: string) =>
    text === '' ? '' : `\u001b[${CODES[name][0]}m${text}\u001b[${CODES[name][1]}m`
  return { strong: mark('strong'), dim: mark('dim'), good: mark('good'), warn: mark('warn'), bad: mark('bad') }
}
