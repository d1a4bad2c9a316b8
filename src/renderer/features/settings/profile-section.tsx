import { Copy } from 'lucide-react'
import { useRef } from 'react'
import type { HostInfo } from '../../../shared/contract/host.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { showDone, showProblem } from '../../ui/toast.tsx'
import { FactList } from './fact-list.tsx'
import { HealthChecks } from './health-checks.tsx'
import { Moment } from './moment.tsx'
import { SettingsSection } from './settings-section.tsx'

const kinds: Record<HostInfo['kind'], string> = {
  desktop: 'The desktop app',
  headless: 'stint serve',
  cli: 'A stint command',
  test: 'A test',
}

/** Where the time is kept, who keeps it, and whether all is well with it. */
export function ProfileSection({ host }: { host: HostInfo }) {
  const started = <Moment ms={host.startedAtMs} />
  return (
    <SettingsSection name="profile">
      <FactList
        facts={[
          { name: 'Folder', fact: <Folder path={host.profile} /> },
          { name: 'Version', fact: <span className="tabular">{host.version}</span> },
          {
            name: 'Kept by',
            fact: (
              <span className="tabular">
                {kinds[host.kind]}, process {host.pid}
              </span>
            ),
          },
          { name: 'Since', fact: started },
          { name: 'Contract', fact: <code className="tabular">{host.contractHash}</code> },
        ]}
      />
      <HealthChecks />
    </SettingsSection>
  )
}

function Folder({ path }: { path: string }) {
  const text = useRef<HTMLSpanElement>(null)

  async function copy() {
    try {
      await navigator.clipboard.writeText(path)
      showDone('Copied the folder’s path')
    } catch (error) {
      // The browser may forbid it; then the person copies what is selected.
      if (!(error instanceof DOMException)) throw error
      if (text.current !== null) window.getSelection()?.selectAllChildren(text.current)
      showProblem('The browser does not let Stint copy.', 'The path is selected: copy it with the keyboard.')
    }
  }

  return (
    <span className="flex items-start gap-1">
      <span ref={text} className="min-w-0">
        {path}
      </span>
      <IconButton label="Copy the folder’s path" size="sm" className="-my-0.5" onClick={() => void copy()}>
        <Copy size={14} />
      </IconButton>
    </span>
  )
}
