import { createToggl, togglCapabilities } from '../../../src/providers/toggl/create-toggl.ts'
import { togglBudget, togglLimitHeaders } from '../../../src/providers/toggl/toggl-limits.ts'
import type { Reply } from '../fake-server/start-fake-server.ts'
import type { WireProfile } from '../kit/wire-profile.ts'
import { WORKSPACE } from './toggl-entries.ts'
import { mountTogglServer } from './toggl-server.ts'

const words =
  (status: number, text: string, headers: Record<string, string> = {}) =>
  (): Reply => ({
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(text),
  })
const quota = (remaining: number, resetsInS: number) => ({
  'x-toggl-quota-remaining': String(remaining),
  'x-toggl-quota-resets-in': String(resetsInS),
})

export const togglProfile: WireProfile = {
  name: 'Toggl Track',
  capabilities: togglCapabilities,
  secret: 'toggl+token/7f3a9c51e8b24d06',
  basePath: '/api/v9',
  account: { kind: 'toggl', workspaceId: String(WORKSPACE) },
  create: createToggl,
  mount: mountTogglServer,
  limitHeaders: togglLimitHeaders,
  scopes: ['me', 'workspace'],
  writeScope: 'workspace',
  budget: togglBudget,
  requests: { check: 2, catalogue: 1, create: 1, update: 1, remove: 1, find: 1, get: 1, running: 1, pull: 1 },
  isCreate: ({ method, path }) => method === 'POST' && path.endsWith('/time_entries'),
  projectsPerPage: 200,
  forms: {
    unauthenticated: [
      {
        name: '401 without a body',
        on: 'pull',
        reply: () => ({ status: 401, headers: { 'x-authorization-missing': 'true' } }),
        expect: 'unauthenticated',
      },
      {
        name: '403 where the person is asked for',
        on: 'check',
        reply: words(403, 'Incorrect username and/or password'),
        expect: 'unauthenticated',
      },
    ],
    forbidden: [
      {
        name: '403 of the workspace',
        on: 'create',
        reply: words(403, 'Workspace not found/accessible'),
        expect: 'forbidden',
      },
      {
        name: '402 with requests left',
        on: 'create',
        reply: words(402, 'Upgrade required', quota(12, 900)),
        expect: 'feature-not-in-plan',
      },
      {
        name: '402 that names a plan and no quota',
        on: 'create',
        reply: words(402, 'Billable is a Premium feature: upgrade your plan to use it'),
        expect: 'feature-not-in-plan',
      },
    ],
    gone: [
      { name: '404 with words', on: 'update', reply: words(404, 'Time entry not found'), expect: 'not-found' },
      { name: '404 of a list', on: 'pull', reply: words(404, 'Not found'), expect: 'not-found' },
      {
        name: '410: this API is no more',
        on: 'pull',
        reply: words(410, 'This endpoint was removed'),
        expect: 'unsupported',
      },
    ],
    conflict: [{ name: '409', on: 'update', reply: words(409, 'Time entry already stopped'), expect: 'conflict' }],
    locked: [],
    refused: [
      {
        name: '400 with a bare JSON string',
        on: 'create',
        reply: words(400, 'created_with needs to be provided'),
        expect: 'validation',
      },
      {
        name: '400 with plain text',
        on: 'create',
        reply: () => ({ status: 400, headers: { 'content-type': 'text/plain' }, body: 'Bad request' }),
        expect: 'validation',
      },
    ],
    limits: [
      {
        name: '402 with nothing left',
        on: 'create',
        reply: words(402, 'You have hit your hourly limit for API calls.', quota(0, 1800)),
        expect: 'quota-exhausted',
        pauseMs: 1_800_000,
      },
      {
        name: '402 for the person’s own quota',
        on: 'pull',
        reply: words(402, 'You have hit your hourly limit for API calls.', quota(0, 600)),
        expect: 'quota-exhausted',
        pauseMs: 600_000,
      },
      {
        name: '402 without headers',
        on: 'create',
        reply: words(402, 'You have hit your hourly limit for API calls. Upgrade for more.'),
        expect: 'quota-exhausted',
        pauseMs: null,
      },
    ],
  },
  needed: [
    { name: 'id', spoil: ({ id: _, ...rest }) => rest },
    { name: 'start', spoil: (record) => ({ ...record, start: 'yesterday' }) },
    { name: 'duration', spoil: (record) => ({ ...record, duration: null }) },
    { name: 'workspace', spoil: (record) => ({ ...record, workspace_id: [] }) },
  ],
  harmless: [
    { name: 'unknown fields', change: (record) => ({ ...record, shared_with: [{ user_id: 1 }], rate: null }) },
    { name: 'an id as text', change: (record) => ({ ...record, id: String(record['id']) }) },
    { name: 'no tags, no project, no billable', change: ({ tags, project_id, billable, ...rest }) => rest },
    {
      name: 'a time with seven digits of fractions',
      change: (record) => ({ ...record, at: '2026-11-20T08:00:00.1234567Z' }),
    },
  ],
  facts: [
    'A running entry has a negative duration: -1 in the answer to its creation, minus its start in every list.',
    'An entry made without duration neither runs nor has ended: a duration is always sent.',
    'Single changes go by PUT and carry only what changed; PATCH on the same path is the bulk edit.',
    'Fractions of a second are dropped; times end in `Z` after a write and in `+00:00` in lists.',
    'Starting an entry stops the running one on the server; a running start in the future breaks it, so it is set to the server’s now.',
    '`since` tells changed and deleted entries; older than some three months it is refused, and days are asked for instead.',
    'Calls about `/me` and calls to the organization have budgets of their own; 402 is “used up” or “not in your plan”.',
    'No field of ours is kept there: after a lost answer an entry is found by its start, its note and when it was made.',
  ],
  unverified: [
    'Whether the quota headers come with every answer, and what a 402 without them says.',
    'In which zone `start_date` and `end_date` are read, and whether the last day is included: a day more is asked on both sides.',
    'Whether a list ends at 1000 entries: one that long is taken as cut, and asked again in smaller pieces.',
    'How far back `since` reaches; 80 days are relied on.',
    'What a wrong token gets on `/me`: 401 and 403 are both taken as one.',
  ],
}
