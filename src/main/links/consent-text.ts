import type { DesktopRequest } from './desktop-request.ts'

interface ConsentText {
  readonly message: string
  readonly detail: string
  readonly yes: string
}

const SHOWN = 300

/** `runningNote`: of the timer that runs; undefined where none does. */
export function consentText(request: DesktopRequest, runningNote: string | undefined): ConsentText {
  const running = runningNote === undefined ? '' : quoted(runningNote)
  const starts = request.kind === 'start' || (request.kind === 'toggle' && runningNote === undefined)
  if (!starts) {
    const detail = runningNote === undefined ? 'No timer is running.' : `Running: ${running}.`
    return { message: 'A link asks to stop the timer. Stop it?', detail, yes: 'Stop' }
  }
  const note = request.kind === 'start' && request.note !== '' ? `Note: ${quoted(request.note)}` : 'Without a note'
  const project = request.kind === 'start' && request.project !== '' ? `Project: ${quoted(request.project)}` : ''
  const ends = runningNote === undefined ? '' : `It would end the running timer: ${running}.`
  return {
    message: 'A link asks to start a timer. Start it?',
    detail: [note, project, ends].filter((line) => line !== '').join('\n'),
    yes: 'Start',
  }
}

function quoted(text: string): string {
  if (text.trim() === '') return 'no note'
  return `“${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}”`
}
