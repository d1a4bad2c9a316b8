import type { HostInfo } from '../../../shared/contract/host.ts'
import { FactList } from './fact-list.tsx'
import { SettingsSection } from './settings-section.tsx'

/** What this is, what it costs, and what it never does. */
export function AboutSection({ host }: { host: HostInfo }) {
  return (
    <SettingsSection name="about">
      <FactList
        facts={[
          { name: 'Stint', fact: <span className="tabular">version {host.version}</span> },
          { name: 'Licence', fact: 'MIT: free to use, to change and to pass on. The text is in the file LICENSE.' },
        ]}
      />
      <p className="text-pretty">
        <strong className="font-medium">No telemetry, no network traffic.</strong> Your time stays in your profile on
        this machine. Stint tells nobody that you use it, looks for no updates, and loads nothing from elsewhere: this
        page talks to Stint on this machine and to nothing else.
      </p>
    </SettingsSection>
  )
}
