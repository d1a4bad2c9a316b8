/** Longer text is no time; the limit also bounds the work of every parser. */
export const MAX_INPUT_LENGTH = 200

/** Lower case, one plain space between words, and a plain hyphen for every dash that keyboards and copied text bring. */
export function normaliseInput(text: string): string {
  return text
    .slice(0, MAX_INPUT_LENGTH + 1)
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}
