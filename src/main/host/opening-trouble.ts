import type { OpenProfileError } from '../../platform/profile/open-profile-error.ts'

/** What a person is told when Stint cannot start, and what they can do about it. */
export interface Trouble {
  readonly title: string
  readonly text: string
  /** The page of another Stint that has this profile; it can be opened instead. */
  readonly page?: string
}

const TITLES: Partial<Record<OpenProfileError['code'], string>> = {
  'in-use': 'Stint is in use already',
  'newer-profile': 'This Stint is too old for your data',
  damaged: 'Stint found its data damaged',
}

export function openingTrouble({ code, message, mend }: OpenProfileError): Trouble {
  return { title: TITLES[code] ?? 'Stint cannot open its data', text: `${message}\n\n${mend}` }
}

export function ownedElsewhere(
  owner: { readonly pid: number; readonly url: string },
  page: string | undefined,
): Trouble {
  return {
    title: 'Stint is running already, without its desktop window',
    text: [
      `Process ${owner.pid} has this profile open and serves it at ${owner.url}.`,
      'Go on with it in your browser; “stint open” opens it as well. Or end that process, and start Stint again.',
    ].join('\n\n'),
    ...(page === undefined ? {} : { page }),
  }
}
