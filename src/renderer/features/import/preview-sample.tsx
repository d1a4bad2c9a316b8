import type { ImportPreview } from '../../../shared/contract/transfer.ts'
import { formatDurationTable } from '../../../shared/format/format-duration.ts'

const heads = ['Line', 'Start', 'End', 'Time', 'Note', 'Client', 'Project', 'Activity', 'Tags']

/** The first entries as they would be added: the quickest way to see whether the file is read rightly. */
export function PreviewSample({ preview }: { preview: ImportPreview }) {
  const { sample } = preview
  if (sample.length === 0) return null
  return (
    <section aria-labelledby="import-sample">
      <h3 id="import-sample" className="pb-1 font-semibold">
        {sample.length < preview.toAdd ? `The first ${sample.length} entries` : 'The entries'}
      </h3>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, which the keyboard must be able to do
        tabIndex={0}
        className="overflow-x-auto rounded-md border border-line"
      >
        <table className="w-full min-w-200 text-left text-sm">
          <thead>
            <tr className="border-b border-line text-ink-faint">
              {heads.map((head) => (
                <th key={head} scope="col" className="h-8 px-2 font-normal whitespace-nowrap first:pl-3">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((row) => (
              <tr key={`${row.line} ${row.start} ${row.note}`} className="border-b border-line last:border-b-0">
                <td className="tabular h-8 px-2 pl-3 text-ink-faint">{row.line}</td>
                <td className="px-2 whitespace-nowrap">{row.start}</td>
                <td className="px-2 whitespace-nowrap">{row.end}</td>
                <td className="tabular px-2">{formatDurationTable(row.durationMs)}</td>
                <Text text={row.note} />
                <Text text={row.client} />
                <Text text={row.project} />
                <Text text={row.activity} />
                <Text text={row.tags.join(', ')} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Text({ text }: { text: string }) {
  return (
    <td className="max-w-48 truncate px-2" title={text}>
      {text}
    </td>
  )
}
