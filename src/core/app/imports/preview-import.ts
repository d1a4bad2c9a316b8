import type { ImportPreview } from '../../../shared/contract/transfer.ts'
import type { AppError } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { describeRow, rowSpan } from '../../domain/imports/describe-row.ts'
import type { CoreContext } from '../core-context.ts'
import type { ParsedImport } from './parsed-import.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import { readUpload, type UploadToRead } from './read-upload.ts'

const SAMPLE_ROWS = 20

/** What an import would do, in full and without doing it. */
export async function previewImport(
  { ports }: CoreContext,
  upload: UploadToRead,
): Promise<Result<ImportPreview, AppError>> {
  const parsed = await readUpload(ports, upload)
  if (!parsed.ok) return parsed
  let made = 0
  const plan = ports.store.read((reader) =>
    planImport(reader, parsed.value, () => {
      made += 1
      return `new-${made}`
    }),
  )
  return ok(summarise(parsed.value, plan))
}

function summarise(parsed: ParsedImport, plan: ImportPlan): ImportPreview {
  let totalMs = 0
  let firstDay: string | null = null
  let lastDay: string | null = null
  for (const { row } of plan.toAdd) {
    plan.names.resolve(row)
    const span = rowSpan(row)
    totalMs += span.ms
    if (firstDay === null || span.firstDay < firstDay) firstDay = span.firstDay
    if (lastDay === null || span.lastDay > lastDay) lastDay = span.lastDay
  }
  const { created } = plan.names
  return {
    format: parsed.format,
    rows: parsed.rows.length + parsed.repeatedInFile + parsed.failed,
    toAdd: plan.toAdd.length,
    alreadyThere: plan.alreadyThere,
    repeatedInFile: parsed.repeatedInFile,
    failed: parsed.failed,
    totalMs,
    firstDay,
    lastDay,
    newClients: namesOf(created.clients),
    newProjects: namesOf(created.projects),
    newActivities: namesOf(created.activities),
    newTags: namesOf(created.tags),
    options: parsed.options,
    columns: [...parsed.columns],
    problems: [...parsed.problems],
    problemCount: parsed.problemCount,
    sample: plan.toAdd.slice(0, SAMPLE_ROWS).map(({ row }) => describeRow(row)),
  }
}

/** Two clients may each have a project of one name: the name is told once. */
function namesOf(things: readonly { readonly name: string }[]): string[] {
  return [...new Set(things.map((thing) => thing.name))]
}
