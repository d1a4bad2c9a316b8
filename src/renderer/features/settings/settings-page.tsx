import { Page } from '../../app/page.tsx'
import { useLive, useSettings } from '../../client/live-store.ts'
import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { AwaySection } from './away-section.tsx'
import { BackupsSection } from './backups-section.tsx'
import { DataSection } from './data-section.tsx'
import { DesktopSection } from './desktop-section.tsx'
import { NotificationsSection } from './notifications-section.tsx'
import { OFFLINE_REASON_ID } from './online-only.tsx'
import { ProfileSection } from './profile-section.tsx'
import { RemindersSection } from './reminders-section.tsx'
import { SectionNav } from './section-nav.tsx'
import { ShortcutsSection } from './shortcuts-section.tsx'
import { TimeSection } from './time-section.tsx'
import { useSectionScroll } from './use-section-scroll.ts'

/** Everything that can be set, on one page; every change is kept at once. */
export function SettingsPage() {
  const settings = useSettings()
  const host = useLive(({ state }) => state?.host)
  const isOnline = useLive(({ connection }) => connection.kind === 'online')
  const { scroller, listeners, current, show } = useSectionScroll()
  // The frame shows a page only once the host has told its state.
  if (settings === null || host === undefined) return null
  return (
    <Page
      title="Settings"
      actions={
        <p id={OFFLINE_REASON_ID} className="text-sm text-ink-muted">
          {isOnline
            ? 'Every change is kept at once.'
            : 'Nothing can be changed until Stint answers again; what is set stays.'}
        </p>
      }
    >
      <div className="flex min-h-0 grow flex-col lg:flex-row">
        <SectionNav current={current} onShow={show} />
        {/* Relative: what is only read out must not make the page behind it longer. */}
        <div ref={scroller} {...listeners} className="relative min-h-0 grow overflow-y-auto px-5 pt-1 max-sm:px-3">
          <div className="max-w-190 max-lg:mx-auto max-lg:pt-2">
            <ProfileSection host={host} />
            <AppearanceSection settings={settings} />
            <TimeSection settings={settings} />
            <AwaySection settings={settings} host={host} />
            <RemindersSection settings={settings} />
            <NotificationsSection settings={settings} host={host} />
            <DesktopSection settings={settings} />
            <BackupsSection settings={settings} />
            <ShortcutsSection settings={settings} />
            <DataSection profile={host.profile} />
            <AboutSection host={host} />
          </div>
        </div>
      </div>
    </Page>
  )
}
