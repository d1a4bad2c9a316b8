import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CliCommand } from './cli-command.ts'
import { commandTable } from './command-table.ts'
import { findCommand } from './find-command.ts'
import { globalOptions } from './global-options.ts'
import { longFlag } from './option-spec.ts'
import { parseArguments } from './parse-arguments.ts'
import { rowsOf } from './table-section.ts'

const allRows = rowsOf(commandTable)

async function everyCommand(): Promise<CliCommand[]> {
  const found = await Promise.all(allRows.map(({ load }) => load()))
  return found.flatMap((each) => (each.kind === 'group' ? each.commands : [each]))
}

/** Splits as a shell does, as far as the examples need it. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

describe('every command', () => {
  it('is in the table under its own name and summary', async () => {
    for (const row of allRows) {
      const found = await row.load()
      expect([found.name, found.summary]).toEqual([row.name, row.summary])
    }
  })

  it('teaches with examples that it understands itself', async () => {
    for (const command of await everyCommand()) {
      expect(command.examples.length, command.name).toBeGreaterThan(0)
      for (const { line } of command.examples) {
        const [program, ...rest] = words(line.replace(/ > .*$/, '').replace(/^source <\((.*)\)$/, '$1'))
        expect(program).toBe('stint')
        const found = await findCommand(commandTable, rest)
        expect(found.ok && found.value?.command.kind === 'command', line).toBe(true)
        if (!found.ok || found.value?.command.kind !== 'command') continue
        expect(parseArguments(found.value.command, found.value.rest), line).toMatchObject({ ok: true })
      }
    }
  })

  it('is described in docs/cli.md with all its options', async () => {
    const page = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8')
    for (const command of await everyCommand()) {
      const usage = ['stint', command.name, ...command.args.map((arg) => arg.usage)].join(' ')
      const line = page.split('\n').find((each) => each.startsWith(`- \`${usage}\`: `))
      expect(line, usage).toBeDefined()
      for (const option of Object.values(command.options)) expect(line, usage).toContain(longFlag(option))
    }
  })

  it('has no option of the name of a global one, and no option twice', async () => {
    const namesOf = (flags: string) => [...flags.matchAll(/--?[a-z][a-z-]*/g)].map(([name]) => name)
    const globals = Object.values(globalOptions).flatMap(({ flags }) => namesOf(flags))
    for (const command of await everyCommand()) {
      const own = Object.values(command.options).flatMap(({ flags }) => namesOf(flags))
      expect(new Set([...own, ...globals]).size, command.name).toBe(own.length + globals.length)
    }
  })
})

describe('findCommand', () => {
  const nameOf = async (...argv: string[]) => {
    const found = await findCommand(commandTable, argv)
    return found.ok ? (found.value?.command.name ?? null) : found.error.code
  }

  it('looks past global options and their values', async () => {
    expect(await nameOf('--json', '--profile', 'stop', 'start')).toBe('start')
    expect(await nameOf('--profile=stop', 'status')).toBe('status')
    expect(await nameOf('--json')).toBeNull()
  })

  it('takes the bare word of a group for what it does most', async () => {
    expect(await nameOf('projects')).toBe('projects list')
    expect(await nameOf('projects', '--all')).toBe('projects list')
    expect(await nameOf('projects', '--help')).toBe('projects')
    expect(await nameOf('settings')).toBe('settings get')
    expect(await nameOf('projects', 'nonsense')).toBe('usage')
    expect(await nameOf('sync', '--account', 'Work', '--wait')).toBe('sync run')
    expect(await nameOf('sync', '--account', 'Work', 'status')).toBe('sync status')
  })
})
