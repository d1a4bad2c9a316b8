import { expect, it } from 'vitest'
import { electronAgeProblem } from './electron-age.ts'

it.each([
  ['45.4.1', '45.4.1'],
  ['45.4.1', '46.0.0'],
  ['46.0.0', '45.9.9'],
])('Electron %s is young enough while %s is the latest', (ours, latest) => {
  expect(electronAgeProblem(ours, latest)).toBeNull()
})

it.each([
  ['45.4.1', '47.0.0'],
  ['9.0.0', '45.0.0'],
  ['45.4.1', ''],
  ['45.4.1', '46.0.0-beta.1'],
  ['^45.4.1', '46.0.0'],
])('Electron %s is reported while "%s" is the latest', (ours, latest) => {
  expect(electronAgeProblem(ours, latest)).not.toBeNull()
})
