import { Boxes, FolderPlus, Hash, LayoutTemplate, ListTodo } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Button, buttonClass } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { ProjectsTab } from './projects-tabs.ts'

const words: Record<ProjectsTab, { icon: ReactNode; title: string; text: string; button: string }> = {
  projects: {
    icon: <FolderPlus size={28} strokeWidth={1.5} />,
    title: 'What do you work on?',
    text: 'A project says what time was for. It can belong to a client, have a colour, and have activities of its own. Time without a project is fine too.',
    button: 'New project',
  },
  activities: {
    icon: <Boxes size={28} strokeWidth={1.5} />,
    title: 'Kinds of work',
    text: 'Development, review, meetings: an activity says what you did on a project. One can go with every project, or with a single one.',
    button: 'New activity',
  },
  tags: {
    icon: <Hash size={28} strokeWidth={1.5} />,
    title: 'Tags cut across projects',
    text: 'Put any number of them on an entry, such as #backend or #on-call, and find them again in search and reports.',
    button: 'New tag',
  },
  items: {
    icon: <ListTodo size={28} strokeWidth={1.5} />,
    title: 'Work items are tasks with a key',
    text: 'Give a task a short key, such as ABC-12, and link your time to it. Later they come from your issue tracker as well.',
    button: 'New work item',
  },
  templates: {
    icon: <LayoutTemplate size={28} strokeWidth={1.5} />,
    title: 'Start the same thing with one click',
    text: 'A template remembers note, project and tags. With a length it adds a finished entry; without one it starts the timer.',
    button: 'New template',
  },
}

/** What a list is for, before there is anything in it. */
export function ProjectsEmpty({ tab, onNew }: { tab: ProjectsTab; onNew: () => void }) {
  const { icon, title, text, button } = words[tab]
  return (
    <EmptyState
      icon={icon}
      title={title}
      actions={
        <>
          <Button variant="primary" onClick={onNew}>
            {button}
          </Button>
          {tab === 'projects' && (
            <Link href="/import" className={buttonClass()}>
              Import from another tracker
            </Link>
          )}
        </>
      }
    >
      {text}
    </EmptyState>
  )
}
