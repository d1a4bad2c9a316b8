/**
 * What a package in the program may be licensed under: it can be given on with a notice, and asks nothing of our own
 * code. Anything else (also none at all) is for a person to decide about.
 */
const free = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  // Typefaces: asks only not to be sold alone.
  'OFL-1.1',
  'Unlicense',
]

/** @param expression SPDX; null where the package says nothing */
export function isFreeToShip(expression: string | null): boolean {
  if (expression === null) return false
  const choices = expression.replace(/^\(|\)$/g, '').split(/ OR /)
  return choices.some((choice) => choice.split(/ AND /).every((one) => free.includes(one.trim())))
}
