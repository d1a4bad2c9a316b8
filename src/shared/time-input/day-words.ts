/** Words for days as counts from today, and weekdays as ISO numbers (Monday 1), in English and Swedish. Maps, not objects:
 * typed text such as `constructor` must find nothing. */
export const DAYS_FROM_TODAY = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
  ['idag', 0],
  ['igår', -1],
  ['imorgon', 1],
])

export const WEEKDAYS = new Map(
  [
    ['mon', 'monday', 'mån', 'måndag'],
    ['tue', 'tues', 'tuesday', 'tis', 'tisdag'],
    ['wed', 'weds', 'wednesday', 'ons', 'onsdag'],
    ['thu', 'thur', 'thurs', 'thursday', 'tor', 'tors', 'torsdag'],
    ['fri', 'friday', 'fre', 'fredag'],
    ['sat', 'saturday', 'lör', 'lördag'],
    ['sun', 'sunday', 'sön', 'söndag'],
  ].flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
)
