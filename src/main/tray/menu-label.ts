import { plainLine } from '../../core/domain/notifications/plain-line.ts'

const MAX_LENGTH = 60

/**
 * Text from outside as a label of a native menu: one plain line of at most 60 characters. `&` would underline the letter
 * after it (Windows, Linux) or vanish; doubled it stands for itself.
 */
export function menuLabel(text: string): string {
  return plainLine(text, MAX_LENGTH).replaceAll('&', '&&')
}
