/**
 * Whether a note is the one that was sent, whatever a server does to texts: another normal form, no spaces around, no
 * NUL, a replacement for halves of letters, other line ends. Only for looking, never for deciding what changed.
 */
export function isSameNote(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(text: string): string {
  return text.toWellFormed().normalize().replaceAll('\u0000', '').replace(/\s+/g, ' ').trim()
}
