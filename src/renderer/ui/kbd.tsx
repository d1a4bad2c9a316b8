import { clsx } from 'clsx'
import { describeShortcut } from './describe-shortcut.ts'

/** A key combination as keys: `Ctrl K`. `shortcut` is written as in the action registry: `mod+k`, `[`, `shift+?`. */
export function Kbd({ shortcut, className }: { shortcut: string; className?: string | undefined }) {
  return (
    <span className={clsx('inline-flex shrink-0 items-center gap-0.5', className)}>
      {describeShortcut(shortcut).map((key, index) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: one key may come twice in a sequence, and none ever moves
          key={index}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line-strong bg-surface px-1 font-sans text-sm leading-none text-ink-muted"
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}
