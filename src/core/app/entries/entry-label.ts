import type { Entry } from '../../../shared/contract/entities.ts'
import type { StoreReader } from '../../ports/store.ts'

const MAX_NOTE = 40

/** An entry in a few words, for the undo menu: its note, else its project, else "entry". */
export function entryWords(entry: Entry, reader: StoreReader): string {
  const note = entry.note.replace(/\s+/g, ' ').trim()
  if (note !== '') return `“${shortened(note)}”`
  const project = entry.projectId === null ? undefined : reader.get('project', entry.projectId)
  return project === undefined ? 'an entry without a note' : `an entry of ${project.name}`
}

/** By letters as people count them, so that no emoji is cut in half. */
function shortened(note: string): string {
  if (note.length <= MAX_NOTE) return note
  const letters = [...note]
  return letters.length <= MAX_NOTE ? note : `${letters.slice(0, MAX_NOTE).join('')}…`
}

export function countWords(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`
}
