import type { ImportOptions } from '../../../shared/contract/transfer.ts'

/** What a column can mean: the keys of `ImportOptions.columns`. */
export type CsvField = keyof NonNullable<ImportOptions['columns']>

/**
 * How tools and people name their columns, as `columnKey` writes names: English first (Toggl, Clockify, Harvest, Kimai,
 * solidtime, TimeTagger), then Swedish, German, French, Spanish, Dutch, Norwegian and Danish. Earlier names win.
 * Words with two meanings are left out, so that the person is asked: “Time” is a length in one file and 09:00 in the next.
 */
export const COLUMN_NAMES: { readonly [F in CsvField]: readonly string[] } = {
  start: words(
    'start, begin, started, started at, start at, start datetime, start date time, start timestamp, from, check in, fran, von, beginn, debut, inicio, desde, van, fra',
  ),
  end: words(
    'end, stop, finish, ended, ended at, end at, stopped at, end datetime, end date time, end timestamp, to, until, check out, slut, till, bis, ende, fin, hasta, tot, einde, til, slutt',
  ),
  startDate: words(
    'start date, date start, from date, startdatum, startdato, date de debut, fecha de inicio, begindatum, anfangsdatum',
  ),
  startTime: words(
    'start time, time start, from time, begin time, starttid, startzeit, anfangszeit, beginnzeit, heure de debut, hora de inicio, starttijd, begintijd, starttidspunkt',
  ),
  endDate: words(
    'end date, date end, to date, stop date, slutdatum, sluttdato, slutdato, date de fin, fecha de fin, einddatum, enddatum',
  ),
  endTime: words(
    'end time, time end, to time, stop time, finish time, sluttid, endzeit, heure de fin, hora de fin, eindtijd, sluttidspunkt',
  ),
  date: words('date, day, spent on, work date, spent date, datum, dag, jour, fecha, dia, dato'),
  duration: words(
    'duration, duration h, duration ms, duration decimal, duration hours, duration minutes, duration seconds, hours, minutes, seconds, time h, hours decimal, time spent, spent, length, tracked, varaktighet, tidsatgang, timmar, minuter, langd, dauer, stunden, minuten, duree, heures, duracion, horas, duur, uren, varighed, varighet, timer',
  ),
  note: words(
    'note, notes, description, comment, comments, details, title, summary, memo, text, entry, anteckning, anteckningar, beskrivning, kommentar, beschreibung, bemerkung, notiz, notizen, remarque, commentaire, libelle, descripcion, nota, comentario, omschrijving, opmerking, beskrivelse, merknad',
  ),
  client: words(
    'client, client name, customer, customer name, kund, kundnamn, kunde, klient, cliente, klant, oppdragsgiver',
  ),
  project: words('project, project name, projekt, projektnamn, projektname, projet, proyecto, prosjekt'),
  activity: words(
    'activity, activity name, task, task name, service, category, aktivitet, uppgift, syssla, aktivitat, tatigkeit, aufgabe, leistung, activite, tache, actividad, tarea, activiteit, taak, opgave, oppgave',
  ),
  tags: words(
    'tags, tag, tag names, labels, label, keywords, taggar, etiketter, schlagworte, schlagworter, etiquettes, etiquetas',
  ),
  billable: words(
    'billable, is billable, invoiceable, chargeable, debiterbar, fakturerbar, abrechenbar, verrechenbar, facturable, factureerbaar, fakturerbart',
  ),
  workItem: words(
    'work item, workitem, work item key, issue, issue key, issue id, ticket, ticket id, task id, arende, vorgang',
  ),
  zone: words('zone, time zone, timezone, tz, tidszon, zeitzone, fuseau horaire, zona horaria, tijdzone'),
  id: words('id, uuid, guid, entry id, time entry id'),
}

/** A column's name as compared: lower case, without accents, brackets, dots and underscores. `user.name` stays apart from `name`. */
export function columnKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function words(list: string): string[] {
  return list.split(', ')
}
