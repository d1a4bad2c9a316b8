import { Page } from '../../app/page.tsx'

/** Everything that can be set, on one page; every change is kept at once. */
export function SettingsPage() {
  return (
    <Page title="Settings">
      <div className="min-h-0 grow overflow-y-auto px-5 pb-10 max-sm:px-3" />
    </Page>
  )
}
