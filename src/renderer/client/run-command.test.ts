import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import type { StintClient } from '../../shared/contract/contract.ts'
import { ConnectionLostError } from './connection-lost.ts'
import { runCommand } from './run-command.ts'

// No test here reaches the client: the calls answer by themselves.
const client = {} as StintClient
const back = { client, whenOnline: async () => true }
const gone = { client, whenOnline: async () => false }
let made = 0
const newKey = () => `key-${made++}`

describe('runCommand', () => {
  it('sends a command again with the same key after a break, and a fresh key for each new one', async () => {
    const keys: string[] = []
    const call = async (_: StintClient, key: string) => {
      keys.push(key)
      if (keys.length === 1) throw new ConnectionLostError()
      return 'done'
    }
    expect(await runCommand(back, call, newKey)).toEqual({ ok: true, value: 'done' })
    expect(keys[1]).toBe(keys[0])
    await runCommand(back, call, newKey)
    expect(keys[2]).not.toBe(keys[0])
  })
  it('sends it at most twice, and then says that the outcome is not known', async () => {
    let sent = 0
    const call = async () => {
      sent += 1
      throw new ConnectionLostError()
    }
    expect(await runCommand(back, call)).toMatchObject({ ok: false, error: { code: 'connection-lost' } })
    expect(sent).toBe(2)
    await runCommand(gone, call)
    expect(sent).toBe(3)
  })
  it('hands a refusal back in words, without trying again', async () => {
    let sent = 0
    const call = async () => {
      sent += 1
      throw new ORPCError('nothing-running', { defined: true, message: 'No timer is running.', data: {} })
    }
    const result = await runCommand(back, call)
    expect(result).toEqual({ ok: false, error: { code: 'nothing-running', message: 'No timer is running.', data: {} } })
    expect(sent).toBe(1)
  })
  it('says of a full disk what is safe and what to do', async () => {
    const call = async () => {
      throw new ORPCError('disk-full', { defined: true, message: 'full', data: {} })
    }
    const result = await runCommand(back, call)
    expect(result.ok ? '' : result.error.message).toMatch(/safe.*Make some room/)
  })
  it('does not dress a bug as a refusal', async () => {
    const call = async () => {
      throw new TypeError('a bug')
    }
    await expect(runCommand(back, call)).rejects.toThrow('a bug')
  })
})
