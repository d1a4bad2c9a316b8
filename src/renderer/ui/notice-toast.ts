import { toast } from 'sonner'

/** Long enough to read and reach; what is missed waits at the bell. */
const SHOWN_MS = 15_000

/** A notice of its own accord, not an answer to something that was done: `id` names it until it is taken away. */
export function showNotice(
  id: string,
  title: string,
  options: { readonly body: string; readonly show: () => void },
): void {
  toast(title, {
    id,
    duration: SHOWN_MS,
    ...(options.body === '' ? {} : { description: options.body }),
    action: { label: 'Show', onClick: options.show },
  })
}

export function hideNotice(id: string): void {
  toast.dismiss(id)
}
