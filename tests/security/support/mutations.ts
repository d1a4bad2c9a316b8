/** A small seeded generator (mulberry32): a failing message can be made again from the printed seed. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Mutation {
  readonly name: string
  /** The message's text, ready for the wire: some of it no JSON.stringify would write. */
  readonly text: string
}

const DEEP = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
const DEEP_OBJECT = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`

/** Replacements as JSON text, so that numbers and keys can be written that JavaScript would change. */
const HOSTILE_VALUES: readonly (readonly [string, string])[] = [
  ['null', 'null'],
  ['true', 'true'],
  ['zero', '0'],
  ['minus one', '-1'],
  ['a fraction', '0.5'],
  ['2^53', '9007199254740992'],
  ['more than a double holds', '1e400'],
  ['minus infinity', '-1e400'],
  ['a number as text', '"1"'],
  ['an empty text', '""'],
  ['NUL', '"\\u0000"'],
  ['half a surrogate', '"\\ud800"'],
  ['text that turns around', '"\\u202etxt.exe"'],
  ['a long text', `"${'x'.repeat(200_000)}"`],
  ['SQL', `"'; DROP TABLE entries; --"`],
  ['a path', '"../../../etc/passwd"'],
  ['a template', '"$' + '{process.env.HOME} {{7*7}} %s %n"'],
  ['a prototype by name', '"__proto__"'],
  ['an empty object', '{}'],
  ['an object with a prototype', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
  ['an object that is a text', '{"length":3,"toString":"x","valueOf":1,"toJSON":"x","then":"x"}'],
  ['an empty list', '[]'],
  ['a list of lists', '[[[[[]]]]]'],
  ['a long list', `[${'null,'.repeat(20_000)}null]`],
  ['a deep list', DEEP],
  ['a deep object', DEEP_OBJECT],
]

const WHOLE_MESSAGES: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['no JSON', '{'],
  ['a list', '[]'],
  ['a number', '1'],
  ['no input', '{}'],
  ['input null', '{"json":null}'],
  ['input a list', '{"json":[]}'],
  ['input a text', '{"json":"x"}'],
  ['a prototype beside the input', '{"json":{},"__proto__":{"polluted":true}}'],
  ['types for what is not there', '{"json":{},"meta":[[1,"a","b"]]}'],
  [
    'types along the prototype',
    '{"json":{"__proto__":{}},"meta":[[0,"__proto__","polluted"],[1,"constructor","prototype","x"]]}',
  ],
  ['types that are no list', '{"json":{},"meta":7}'],
  ['a type that takes long', `{"json":{"a":"/${'(a*)*'.repeat(50)}$/"},"meta":[[5,"a"]]}`],
  ['a big integer', `{"json":{"a":"${'9'.repeat(100_000)}"},"meta":[[0,"a"]]}`],
  ['many types', `{"json":{"a":null},"meta":[${'[3,"a"],'.repeat(20_000)}[3,"a"]]}`],
  ['files', '{"json":{"a":null},"meta":[],"maps":[["a"]]}'],
  ['only brackets', '['.repeat(100_000)],
]

/** Every hostile variant of a valid input: whole messages, each field in turn, extra and missing keys, typed values. */
export function mutationsOf(sample: Record<string, unknown>): Mutation[] {
  const places = placesIn(sample, [])
  return [
    ...WHOLE_MESSAGES.map(([name, text]) => ({ name: `message: ${name}`, text })),
    ...places.flatMap((place) =>
      HOSTILE_VALUES.map(([name, value]) => ({
        name: `${place.join('.')}: ${name}`,
        text: `{"json":${withText(sample, place, value)}}`,
      })),
    ),
    ...places.map((place) => ({ name: `${place.join('.')}: missing`, text: json(without(sample, place)) })),
    ...['extra', '__proto__', 'constructor', 'toString', ''].map((key) => ({
      name: `extra key ${JSON.stringify(key)}`,
      text: `{"json":${JSON.stringify(sample).replace(/^\{/, `{${JSON.stringify(key)}:1${isEmpty(sample) ? '' : ','}`)}}`,
    })),
    // oRPC's own types: a value that arrives as undefined, NaN, Date, Set, Map or URL.
    ...places.flatMap((place) =>
      [
        ['undefined', 3, 'null'],
        ['NaN', 2, 'null'],
        ['a date', 1, '"2026-01-05T00:00:00.000Z"'],
        ['an invalid date', 1, '"x"'],
        ['a set', 6, '[1]'],
        ['a map', 7, '[[1,2]]'],
        ['an address', 4, '"file:///etc/passwd"'],
      ].map(([name, type, value]) => ({
        name: `${place.join('.')}: ${name}`,
        text: `{"json":${withText(sample, place, String(value))},"meta":[${JSON.stringify([type, ...place])}]}`,
      })),
    ),
  ]
}

type Place = readonly (string | number)[]

function placesIn(value: unknown, at: Place): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return keys.flatMap((key) => {
    const place = [...at, key]
    return [place, ...placesIn((value as Record<string | number, unknown>)[key], place)]
  })
}

const MARK = '@hostile value here@'

function withText(sample: unknown, place: Place, text: string): string {
  const copy = structuredClone(sample)
  const [parent, key] = parentOf(copy, place)
  parent[key] = MARK
  // A function, so that `$` in the text stays what it is.
  return JSON.stringify(copy).replace(JSON.stringify(MARK), () => text)
}

function without(sample: unknown, place: Place): unknown {
  const copy = structuredClone(sample)
  const [parent, key] = parentOf(copy, place)
  delete parent[key]
  return copy
}

function parentOf(root: unknown, place: Place): [Record<string | number, unknown>, string | number] {
  const parent = place.slice(0, -1).reduce((value, key) => (value as Record<string | number, unknown>)[key], root)
  return [parent as Record<string | number, unknown>, place.at(-1) ?? '']
}

function json(input: unknown): string {
  return JSON.stringify({ json: input })
}

function isEmpty(sample: object): boolean {
  return Object.keys(sample).length === 0
}
