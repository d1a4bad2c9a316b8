import { Button } from './button.tsx'
import { ErrorState } from './error-state.tsx'

/** A question that was not answered: what happened, what is safe, and a way to ask again. */
export function QueryProblem({ what, error, onRetry }: { what: string; error: Error; onRetry: () => void }) {
  return (
    <ErrorState
      title={what}
      safe="What you have tracked is safe; nothing was changed."
      actions={
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {error.message}
    </ErrorState>
  )
}
