import { Page } from '../../app/page.tsx'

export function TodayPage() {
  return <Page title="Today">…</Page>
}
