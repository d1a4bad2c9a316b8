import { expect, it } from 'vitest'
import type { AbsencePiece } from '../../../shared/contract/absence.ts'
import { joinPiece } from './join-piece.ts'

const piece = (fromMs: number, untilMs: number, cause: AbsencePiece['cause'] = 'idle') => ({ fromMs, untilMs, cause })

it('pieces stay in order, and those that touch or overlap become one with the earliest start and its cause', () => {
  expect(joinPiece([piece(0, 10)], piece(20, 30, 'lock'))).toEqual([piece(0, 10), piece(20, 30, 'lock')])
  expect(joinPiece([piece(20, 30)], piece(0, 10, 'lock'))).toEqual([piece(0, 10, 'lock'), piece(20, 30)])
  expect(joinPiece([piece(0, 10)], piece(10, 30, 'lock'))).toEqual([piece(0, 30)])
  expect(joinPiece([piece(0, 10), piece(20, 30)], piece(5, 25, 'lock'))).toEqual([piece(0, 30)])
  expect(joinPiece([piece(0, 50)], piece(10, 20, 'lock'))).toEqual([piece(0, 50)])
})
