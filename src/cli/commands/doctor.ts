import type { DoctorCheck } from '../../shared/contract/host.ts'
import { ok } from '../../shared/result.ts'
import type { CliError } from '../cli-error.ts'
import { defineCommand } from '../command/cli-command.ts'
import type { Paint } from '../output/paint.ts'

export const doctor = defineCommand({
  name: 'doctor',
  summary: 'What is wrong, and how to mend it',
  details: ['Only looks; changes nothing. Exits with 1 where something is wrong.'],
  options: {},
  examples: [{ line: 'stint doctor', what: 'when something seems odd' }],
  async run(context) {
    const asked = await context.ask((client) => client.doctor.run({}))
    if (!asked.ok && !asked.error.code.startsWith('profile-')) return asked
    const checks: readonly DoctorCheck[] = asked.ok ? asked.value.checks : [closedProfile(asked.error)]
    const isBad = checks.some(({ status }) => status === 'fail')
    return ok({
      json: () => ({ healthy: !isBad, profile: context.profileDir, checks }),
      text: () => [`Profile ${context.profileDir}`, ...checks.flatMap((check) => checkLines(check, context.paint))],
      exitCode: isBad ? 1 : 0,
    })
  },
})

/** A profile that does not open is a finding, not a failure of the doctor. */
function closedProfile({ message, hint, code }: CliError): DoctorCheck {
  return { id: code, title: 'The profile opens', status: 'fail', detail: message, mend: hint }
}

function checkLines({ title, status, detail, mend }: DoctorCheck, paint: Paint): string[] {
  const mark = status === 'ok' ? paint.good('ok  ') : status === 'warn' ? paint.warn('warn') : paint.bad('fail')
  return [`  ${mark}  ${title}${detail === '' ? '' : `: ${detail}`}`, ...(mend === '' ? [] : [`        ${mend}`])]
}
