import { expect, it } from 'vitest'
import { checkParts } from './check-parts.ts'

const pieces = [
  { fromMs: 10, untilMs: 20, cause: 'idle' as const },
  { fromMs: 50, untilMs: 80, cause: 'lock' as const },
]
const part = (fromMs: number, untilMs: number) => ({ fromMs, untilMs, to: { kind: 'keep' as const } })
const check = (...spans: [number, number][]) =>
  checkParts(
    pieces,
    spans.map(([fromMs, untilMs]) => part(fromMs, untilMs)),
  )

it('parts that cover the absence exactly, in order, are taken', () => {
  expect(check([10, 20], [50, 80])).toBeUndefined()
  expect(check([10, 15], [15, 20], [50, 51], [51, 80])).toBeUndefined()
})

it.each<[string, number, [number, number][]]>([
  [
    'a hole at the start',
    0,
    [
      [11, 20],
      [50, 80],
    ],
  ],
  [
    'a hole between',
    1,
    [
      [10, 15],
      [16, 20],
      [50, 80],
    ],
  ],
  [
    'an overlap',
    1,
    [
      [10, 15],
      [14, 20],
      [50, 80],
    ],
  ],
  ['a piece left over', 1, [[10, 20]]],
  [
    'an end left over',
    2,
    [
      [10, 20],
      [50, 70],
    ],
  ],
  ['a part over two pieces', 0, [[10, 80]]],
  [
    'a part outside',
    2,
    [
      [10, 20],
      [50, 80],
      [80, 90],
    ],
  ],
  [
    'an empty part',
    1,
    [
      [10, 15],
      [15, 15],
      [15, 20],
      [50, 80],
    ],
  ],
  [
    'the wrong order',
    0,
    [
      [50, 80],
      [10, 20],
    ],
  ],
])('%s is refused, and the part at fault is named', (_name, index, spans) => {
  expect(check(...spans)).toMatchObject({ index })
})
