/** Field names whose values never reach a log. */
const SECRET = /token|password|passwd|secret|authorization|cookie|credential|api-?key/i
const MAX_DEPTH = 6
const MAX_ITEMS = 100

/** A copy of `fields` fit for a log: secrets by name are struck out, errors become plain, size is bounded. */
export function redact(fields: object): Record<string, unknown> {
  return redactObject(fields, 0, new WeakSet())
}

function redactObject(value: object, depth: number, seen: WeakSet<object>): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(value).slice(0, MAX_ITEMS)) {
    copy[name] = SECRET.test(name) ? '[redacted]' : redactValue(field, depth + 1, seen)
  }
  return copy
}

function redactValue(value: unknown, depth: number, seen: WeakSet<object>): unknown {
  if (typeof value === 'string') return value.length > 4000 ? `${value.slice(0, 4000)}… (${value.length})` : value
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (seen.has(value)) return '[seen above]'
  if (depth > MAX_DEPTH) return '[deeper]'
  seen.add(value)
  if (value instanceof Error) {
    const { name, message, stack, cause } = value
    const more = redactObject(value, depth, seen)
    return {
      ...more,
      name,
      message,
      stack,
      ...(cause === undefined ? {} : { cause: redactValue(cause, depth + 1, seen) }),
    }
  }
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redactValue(item, depth + 1, seen))
  return redactObject(value, depth, seen)
}
