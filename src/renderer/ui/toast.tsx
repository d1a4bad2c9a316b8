import { type ReactNode, useEffect } from 'react'
import { Toaster as Sonner, toast, useSonner } from 'sonner'
import { Button } from './button.tsx'

/** Once, at the end of the app. Sonner's own style tag is taken out by vite.config.ts; its sheet is in app.css. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      visibleToasts={3}
      offset={{ bottom: 44, right: 16 }}
      containerAriaLabel="Messages"
      toastOptions={{
        unstyled: true,
        duration: 6000,
        classNames: {
          toast:
            'flex w-(--width) items-center gap-3 rounded-lg bg-raised px-4 py-3 text-base text-ink shadow-popover font-sans ' +
            // Of a taller one behind the first only the edge is to be seen; Sonner does that for its own looks only.
            '[&[data-front=false][data-expanded=false]]:overflow-hidden [&[data-front=false][data-expanded=false]>*]:opacity-0',
          content: 'min-w-0 grow',
          title: 'line-clamp-2 font-medium',
          description: 'text-sm text-ink-muted',
          actionButton:
            'ml-auto inline-flex h-7 shrink-0 items-center rounded-md px-2 text-sm font-medium text-accent-text hover:bg-hover',
        },
      }}
    />
  )
}

const LINE_MS = 6000

/**
 * The latest message on one line of its own, where there is no room for a Toaster: in its place `children` stand while
 * nothing is to be said.
 */
export function MessageLine({ children }: { children: ReactNode }) {
  const [latest] = useSonner().toasts
  const id = latest?.id
  useEffect(() => {
    if (id === undefined) return
    const timer = setTimeout(() => toast.dismiss(id), LINE_MS)
    return () => clearTimeout(timer)
  }, [id])
  if (latest === undefined) return children
  const { action } = latest
  return (
    <p role={latest.type === 'error' ? 'alert' : 'status'} className="flex min-w-0 grow items-center gap-2">
      <span className={latest.type === 'error' ? 'min-w-0 grow truncate text-danger' : 'min-w-0 grow truncate'}>
        {typeof latest.title === 'function' ? latest.title() : latest.title}
      </span>
      {action !== null && typeof action === 'object' && 'onClick' in action && (
        <Button
          size="sm"
          variant="quiet"
          className="text-accent-text!"
          onClick={(event) => {
            toast.dismiss(latest.id)
            action.onClick(event)
          }}
        >
          {action.label}
        </Button>
      )}
    </p>
  )
}

/** Something that was done. With `undo`, a button takes it back (Ctrl+Z does too). */
export function showDone(title: string, options: { undo?: (() => void) | undefined; description?: string } = {}): void {
  const { undo, description } = options
  toast(title, {
    ...(description === undefined ? {} : { description }),
    ...(undo === undefined ? {} : { action: { label: 'Undo', onClick: undo } }),
  })
}

/** Something that went wrong and has no place of its own on the screen; else say it beside the thing. */
export function showProblem(title: string, description?: string): void {
  toast.error(title, { duration: 10_000, icon: null, ...(description === undefined ? {} : { description }) })
}

/** A refusal that the person can overrule with one click. */
export function showQuestion(title: string, action: { readonly label: string; readonly run: () => void }): void {
  toast(title, { duration: 12_000, action: { label: action.label, onClick: action.run } })
}

export function clearToasts(): void {
  toast.dismiss()
}
