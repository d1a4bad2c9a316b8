import type { InputContext } from './input-context.ts'
import { parseRange, type TypedRange } from './parse-range.ts'

/** One typed line, taken apart. What is not understood stays in the note, so nothing typed is lost. */
export interface EntryLine {
  readonly range?: TypedRange
  readonly note: string
  /** The name as typed after `@`; finding the project is the caller's. */
  readonly project?: string
  readonly tags: readonly string[]
  readonly billable?: boolean
}

/** A range such as `2026-11-20 14:00 to 15:30` has at most this many words. */
const MAX_RANGE_WORDS = 7
const MAX_TAG_LENGTH = 64
const MAX_PROJECT_LENGTH = 200

/** A marked word or a quoted name, after a space or at the start: the `@` of a mail address marks nothing. */
const TOKEN = /(?<=^|\s)(?:([@#])(?:"([^"\r\n]+)"|([^\s"]+))|(!?\$))(?=\s|$)/g

/**
 * Reads `9-10:30 Fix retry @Acme #backend $`: a leading range or length (see `parseRange`; a length needs its unit or a
 * colon), `@project` or `@"Two words"`, `#tag` or `#"two words"`, `$` for billable and `!$` for not billable; the rest is the
 * note. `#123` stays in the note, where it names a work item. Never fails.
 */
export function parseEntryLine(text: string, context: InputContext): EntryLine {
  const leading = takeRange(text.trim(), context)
  let project: string | undefined
  let billable: boolean | undefined
  const tags = new Map<string, string>()
  const note = leading.rest.replace(TOKEN, (token, mark?: string, quoted?: string, word?: string, money?: string) => {
    if (money !== undefined) {
      billable = money === '$'
      return ''
    }
    // Checked first: cutting the end off a very long word costs time that grows with its square.
    if ((quoted ?? word ?? '').length > MAX_PROJECT_LENGTH) return token
    // Punctuation that ends a phrase is not part of a bare name; in quotes it is.
    const name = (quoted ?? word?.replace(/[.,;:!?)]+$/, '') ?? '').trim()
    if (name === '') return token
    if (mark === '@') {
      if (project !== undefined) return token
      project = name
      return ''
    }
    if (name.length > MAX_TAG_LENGTH || (quoted === undefined && /^\d+$/.test(name))) return token
    if (!tags.has(name.toLowerCase())) tags.set(name.toLowerCase(), name)
    return ''
  })
  return {
    ...(leading.range === undefined ? {} : { range: leading.range }),
    note: tidy(note),
    ...(project === undefined ? {} : { project }),
    tags: [...tags.values()],
    ...(billable === undefined ? {} : { billable }),
  }
}

/** The longest beginning that reads as a range: `1h 30m Fix` is an hour and a half, not an hour and the note `30m Fix`. */
function takeRange(text: string, context: InputContext): { readonly range?: TypedRange; readonly rest: string } {
  const ends: number[] = []
  for (const gap of text.matchAll(/\s+|$/g)) {
    if (ends.length === MAX_RANGE_WORDS) break
    ends.push(gap.index)
  }
  for (const end of ends.reverse()) {
    const words = text.slice(0, end)
    const range = parseRange(words, context)
    if (range.ok && !isPlainNumberLength(words, range.value)) return { range: range.value, rest: text.slice(end) }
  }
  return { rest: text }
}

/** `2 reviews`, `1.5 release notes` and `1h 30 tests` begin with a number that belongs to the note. */
function isPlainNumberLength(words: string, range: TypedRange): boolean {
  return range.kind === 'day' && /(?:^|\s)[\d.,]+$/.test(words)
}

/** Closes the holes that taken tokens leave; line breaks of a longer note stay. */
function tidy(note: string): string {
  return note
    .replace(/[^\S\r\n]+/g, ' ')
    .replace(/ ?(\r?\n) ?/g, '$1')
    .trim()
}
