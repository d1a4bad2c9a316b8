/** Whole records of a delimited text, or a record that breaks the rules of quoting. */
export type RecordPiece =
  | { readonly kind: 'records'; readonly text: string; readonly firstLine: number }
  | { readonly kind: 'malformed'; readonly firstLine: number; readonly reason: string }

/** Some 2 000 rows: a few hundredths of a second of reading, then others have their turn. */
const PIECE_CHARS = 200_000
/** A record longer than this is an unclosed quote or no delimited text at all. */
const MAX_RECORD_CHARS = 1_000_000
const TOO_LONG = 'This line is longer than a million characters'
const QUOTE = 34
const NEWLINE = 10
const RETURN = 13

/**
 * Cuts delimited text between records, where line breaks inside quotes do not count (RFC 4180), so that a file of 100 MB
 * is read piece by piece. A record with a broken quote comes out alone and reading goes on with the next line: one slip
 * of the pen does not swallow the rest of the file. Lines must end in \n or \r\n.
 */
export function* splitRecords(
  text: string,
  delimiter: string,
  pieceChars: number = PIECE_CHARS,
): Generator<RecordPiece> {
  let from = 0
  let fromLine = 1
  let at = 0
  let line = 1
  // Asked for once per quote, not once per record: in a file without quotes each question would run to its end.
  let quote = nextQuote(text, 0)
  while (at < text.length) {
    if (quote < at) quote = nextQuote(text, at)
    const end = findRecordEnd(text, at, quote, delimiter.charCodeAt(0))
    if (typeof end === 'string') {
      if (at > from) yield { kind: 'records', text: text.slice(from, at), firstLine: fromLine }
      yield { kind: 'malformed', firstLine: line, reason: end }
      at = afterLine(text, at)
      line += 1
      from = at
      fromLine = line
      continue
    }
    line += end.lines
    at = end.at
    if (at - from >= pieceChars) {
      yield { kind: 'records', text: text.slice(from, at), firstLine: fromLine }
      from = at
      fromLine = line
    }
  }
  if (at > from) yield { kind: 'records', text: text.slice(from, at), firstLine: fromLine }
}

function findRecordEnd(
  text: string,
  start: number,
  quote: number,
  delimiter: number,
): { at: number; lines: number } | string {
  const lineEnd = afterLine(text, start)
  if (quote >= lineEnd) {
    return lineEnd - start > MAX_RECORD_CHARS ? TOO_LONG : { at: lineEnd, lines: 1 }
  }
  let at = start
  let lines = 1
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const close = findClosingQuote(text, at + 1, start + MAX_RECORD_CHARS)
      if (close === -1) return 'A quotation mark is opened here and never closed'
      for (let cut = text.indexOf('\n', at); cut !== -1 && cut < close; cut = text.indexOf('\n', cut + 1)) lines += 1
      at = close + 1
      if (!endsField(text, at, delimiter)) return 'Text follows a closing quotation mark'
    }
    at = skipToFieldEnd(text, at, delimiter)
    if (at - start > MAX_RECORD_CHARS) return TOO_LONG
    if (at >= text.length) return { at: text.length, lines }
    if (text.charCodeAt(at) === NEWLINE) return { at: at + 1, lines }
    at += 1
  }
}

function nextQuote(text: string, from: number): number {
  const at = text.indexOf('"', from)
  return at === -1 ? text.length : at
}

/** Index of the quote that closes a quoted field; two in a row stand for one. -1: there is none within reach. */
function findClosingQuote(text: string, from: number, limit: number): number {
  let at = text.indexOf('"', from)
  while (at !== -1 && at < limit) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at
    at = text.indexOf('"', at + 2)
  }
  return -1
}

function endsField(text: string, at: number, delimiter: number): boolean {
  if (at >= text.length) return true
  const unit = text.charCodeAt(at)
  if (unit === RETURN) return at + 1 >= text.length || text.charCodeAt(at + 1) === NEWLINE
  return unit === delimiter || unit === NEWLINE
}

function skipToFieldEnd(text: string, from: number, delimiter: number): number {
  let at = from
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === delimiter || unit === NEWLINE) return at
    at += 1
  }
  return at
}

function afterLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from)
  return newline === -1 ? text.length : newline + 1
}
