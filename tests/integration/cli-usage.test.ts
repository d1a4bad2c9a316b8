import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandTable } from '../../src/cli/command/command-table.ts'
import { errorShape } from './cli-shapes.ts'
import { CliWorld, cliEntry } from './cli-support.ts'

describe('the command line itself', () => {
  const world = new CliWorld()
  beforeAll(async () => {
    await world.serve()
    await world.json(['projects', 'add', 'Acme site'])
    await world.json(['tags', 'add', 'backend'])
  })
  afterAll(() => world.dispose())

  it('helps without touching a profile', async () => {
    const env = { STINT_PROFILE: '/nowhere/at all' }
    const bare = await world.run([], { env })
    expect(bare.code).toBe(0)
    for (const { name } of commandTable.flatMap(({ rows }) => rows))
      expect(bare.stdout).toMatch(new RegExp(`^ {2}${name} +\\S`, 'm'))
    expect((await world.run(['help'], { env })).stdout).toBe(bare.stdout)
    expect((await world.run(['--help'], { env })).stdout).toBe(bare.stdout)
    expect((await world.run(['--version'], { env })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('helps with a command in every way people ask, with examples', async () => {
    const asked = await world.run(['help', 'start'])
    expect(asked.stdout).toContain('Usage: stint start [note...] [OPTIONS]')
    expect(asked.stdout).toContain('stint start "Payment retry" --project Acme')
    expect((await world.run(['start', '--help'])).stdout).toBe(asked.stdout)
    expect((await world.run(['-h', 'start'])).stdout).toBe(asked.stdout)
    expect((await world.run(['split', '-h'])).code).toBe(0)
    const group = await world.run(['help', 'projects'])
    expect(group.stdout).toContain('projects archive <name...>')
    expect((await world.run(['projects', '--help'])).stdout).toBe(group.stdout)
    expect((await world.run(['help', 'projects', 'add'])).stdout).toContain('Usage: stint projects add <name>')
    expect(await world.json(['help', 'stop'])).toMatchObject({ name: 'stop', options: [{ name: '--at' }] })
  })

  it('suggests what a mistyped word was meant to be', async () => {
    const ran = await world.run(['strat'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toBe('stint: “stint strat” is not a command.\n       Did you mean “stint start”?\n')
    expect((await world.run(['projects', 'archiv', 'X'])).stderr).toContain('Did you mean “stint projects archive”')
    expect((await world.run(['start', '--projct', 'X'])).stderr).toContain('Did you mean --project?')
    expect((await world.run(['help', 'strat'])).code).toBe(2)
  })

  it.each([
    [['start', '--wat']],
    [['start', '--at']],
    [['status', 'extra']],
    [['fix', 'a', 'b', 'c']],
    [['import', 'xml', 'file']],
    [['export', 'pdf']],
    [['completion', 'tcsh']],
    [['serve', '--port', 'http']],
    [['serve', '--host', '0.0.0.0']],
    [['settings', 'set', 'theme']],
    [['restore']],
    [['--wat']],
  ])('answers “%j” with exit 2, in words and as JSON', async (args) => {
    const { code, error } = await world.refused(args)
    expect(code).toBe(2)
    errorShape.parse(error)
    const spoken = await world.run(args)
    expect(spoken).toMatchObject({ code: 2, stdout: '' })
    expect(spoken.stderr).toMatch(/^stint: .+\n/)
  })

  it('refuses a configuration file that is not there, and accepts one that is', async () => {
    const { code, error } = await world.refused(['status', '--config', 'missing.toml'])
    expect([code, errorShape.parse(error).code]).toEqual([1, 'no-such-file'])
    const file = path.join(world.folder, 'config å.toml')
    writeFileSync(file, '')
    await world.json(['status', '--config', file])
    await world.json(['status'], { env: { STINT_CONFIG: file } })
  })

  it('takes global options before and after the command', async () => {
    const other = path.join(world.folder, 'other profile')
    const ran = await world.run(['--profile', other, '--json', 'projects'])
    expect(JSON.parse(ran.stdout)).toEqual({ projects: [] })
    expect(JSON.parse((await world.run([`--profile=${other}`, 'projects', 'list', '--json'])).stdout)).toEqual({
      projects: [],
    })
  })

  it('passes words after -- on as they are', async () => {
    await world.json(['start', '--', '--not-an-option'])
    expect(await world.json(['status'])).toMatchObject({ running: { note: '--not-an-option' } })
    await world.json(['discard'])
  })

  it('writes no colour and no cursor codes into a pipe', async () => {
    for (const args of [['help'], ['status'], ['projects'], ['doctor'], ['list']]) {
      const { stdout, stderr } = await world.run(args, { env: { FORCE_COLOR: '1' } })
      expect(`${stdout}${stderr}`).not.toContain('\u001b')
    }
  })

  it('shows notes that would steer a terminal as harmless text', async () => {
    await world.json(['add', '2025-03-10 9-10', '--', 'red \u001b[31m\u0007 bell\nnext'])
    const { stdout } = await world.run(['list'])
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u)
    expect(stdout).toContain('red [31m bell next')
  })

  it('completes commands, options, choices and the names of the profile', async () => {
    const query = async (...words: string[]) =>
      (await world.run(['completion', '--query', '--', ...words])).stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t')[0])
    expect(await query('st')).toEqual(['start', 'stop', 'status'])
    expect(await query('projects', 'a')).toEqual(['add', 'archive'])
    expect(await query('start', '--pro')).toEqual(['--project', '--profile'])
    expect(await query('start', '--project', '')).toEqual(['Acme site'])
    expect(await query('start', '-p', 'acm')).toEqual(['Acme site'])
    expect(await query('add', '--tag', 'b')).toEqual(['backend'])
    expect(await query('start', '--overlap', '')).toEqual(['cut', 'overlap'])
    expect(await query('projects', 'archive', '')).toEqual(['Acme site'])
    expect(await query('import', '')).toEqual(['toggl', 'timewarrior', 'csv', 'json'])
    expect(await query('import', 'csv', '')).toEqual([':files'])
    await world.json(['add', 'Renewal', '--date', 'today', '--duration', '5m'])
    expect(await query('start', 're')).toEqual(['Renewal'])
    expect(await query('continue', 'r')).toEqual(['running'])
    expect(await query('help', 'sto')).toEqual(['stop'])
    for (const shell of ['bash', 'zsh', 'fish']) {
      expect((await world.run(['completion', shell])).stdout).toContain('completion --query --')
    }
  })

  it('completes in bash, names with spaces and letters outside ASCII included', async () => {
    await world.json(['projects', 'add', 'Årsbok'])
    const shim = path.join(world.folder, 'stint')
    writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${cliEntry}" "$@"\n`, { mode: 0o755 })
    const reply = '$' + '{COMPREPLY[@]}'
    const script = [
      'source <(stint completion bash)',
      `try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _stint; printf '%s\\n' "${reply}"; }`,
      'try stint sta',
      "try stint start --project ''",
      `try stint projects archive '"ac'`,
    ]
    const file = path.join(world.folder, 'try.sh')
    writeFileSync(file, script.join('\n'))
    const env = {
      PATH: `${world.folder}:${process.env['PATH']}`,
      HOME: world.folder,
      LC_ALL: 'C.UTF-8',
      STINT_PROFILE: world.profile,
    }
    const ran = spawnSync('bash', ['--norc', '--noprofile', file], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    expect(ran.stderr).toBe('')
    expect(ran.stdout.trim().split('\n')).toEqual(['start', 'status', 'Acme\\ site', 'Årsbok', 'Acme\\ site'])
  })
})
