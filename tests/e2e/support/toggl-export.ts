const HEADER =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)'
const pad = (value: number) => String(value).padStart(2, '0')

/** A detailed export as Toggl Track writes it, with `rows` entries of 45 minutes; one of them has the note "The needle råg". */
export function togglExport(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(index / 8))).toISOString().slice(0, 10)
    const hour = 8 + (index % 8)
    const note = index === Math.floor(rows / 2) ? 'The needle råg' : `"Task ${index % 97}, part ${index}"`
    const project = `Project ${index % 12}`
    return `Ada,ada@example.com,Client ${index % 4},${project},,${note},${index % 2 ? 'Yes' : 'No'},${day},${pad(hour)}:00:00,${day},${pad(hour)}:45:00,00:45:00,"backend, review",`
  })
  return `\uFEFF${[HEADER, ...lines].join('\r\n')}\r\n`
}
