/** What to type after a refusal, in the words of the command line. The refusal itself comes from the host. */
export function hintFor(code: string, data: Readonly<Record<string, unknown>>): string {
  if (code === 'starts-before-last-end') {
    return data['canCut'] === true
      ? 'Add --overlap cut to end the earlier entry there, or --overlap overlap to keep both as they are.'
      : 'Add --overlap overlap to keep both as they are.'
  }
  return HINTS.get(code) ?? ''
}

const HINTS = new Map([
  ['nothing-running', 'Start the timer with “stint start”, or continue the last entry with “stint continue”.'],
  ['starts-before-running', 'Give a later --at, or change the running entry with “stint edit running --from TIME”.'],
  ['in-future', 'Give a time that has passed, such as --at 9:30 or --at -15m.'],
  ['clock-behind', 'Check the clock of this computer.'],
  ['in-use', 'Archive it instead: its history stays, and it is offered no longer.'],
  ['gap-between', 'Add --include-gaps to count the time between as well.'],
  ['still-running', 'Stop the timer first with “stint stop”.'],
  ['nothing-to-undo', 'Changes can be taken back for 30 days; “stint history” shows them.'],
  ['mapping-needed', 'Name the columns, such as --map start=Begin --map end=Finish --map note=Text.'],
  ['disk-full', 'Free some space and try again; nothing was changed.'],
  ['busy', 'Another program holds the data; try again in a moment.'],
])
