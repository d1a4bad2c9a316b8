import { clockifyBudget } from '../../../src/providers/clockify/clockify-limits.ts'
import { clockifyCapabilities, createClockify } from '../../../src/providers/clockify/create-clockify.ts'
import type { WireProfile } from '../kit/wire-profile.ts'
import { WORKSPACE } from './clockify-entries.ts'
import { clockifyRefusal, mountClockifyServer } from './clockify-server.ts'

export const clockifyProfile: WireProfile = {
  name: 'Clockify',
  capabilities: clockifyCapabilities,
  secret: 'Y2xvY2tpZnkta2V5+7f3a9c51e8b2/4d06',
  basePath: '/api',
  account: { kind: 'clockify', workspaceId: WORKSPACE },
  create: createClockify,
  mount: mountClockifyServer,
  limitHeaders: {},
  scopes: ['api'],
  writeScope: 'api',
  budget: () => clockifyBudget,
  // Who one is is asked once; a change reads first what it must not lose; a start stops what runs.
  requests: { check: 2, catalogue: 1, create: 3, update: 2, remove: 1, find: 2, get: 1, running: 2, pull: 2 },
  isCreate: ({ method }) => method === 'POST',
  projectsPerPage: 200,
  forms: {
    unauthenticated: [
      {
        name: '401 with code 1000',
        on: 'check',
        reply: () => clockifyRefusal(401, 1000, 'Full authentication is required to access this resource'),
        expect: 'unauthenticated',
      },
      {
        name: '401 with code 4003',
        on: 'create',
        reply: () => clockifyRefusal(401, 4003, 'Api key does not exist'),
        expect: 'unauthenticated',
      },
    ],
    forbidden: [
      { name: '403', on: 'create', reply: () => clockifyRefusal(403, 403, 'Access Denied'), expect: 'forbidden' },
    ],
    gone: [
      {
        name: '400 with code 501 on an entry',
        on: 'update',
        reply: () => clockifyRefusal(400, 501, "TIMEENTRY with id doesn't belong to Workspace"),
        expect: 'not-found',
      },
      {
        name: '404 with code 3000: no such path',
        on: 'pull',
        reply: () => clockifyRefusal(404, 3000, 'No static resource'),
        expect: 'not-found',
      },
    ],
    conflict: [{ name: '409', on: 'create', reply: () => clockifyRefusal(409, 409, 'Conflict'), expect: 'conflict' }],
    locked: [
      {
        name: '400 for a locked period',
        on: 'create',
        reply: () => clockifyRefusal(400, 501, 'You cannot add time entries to a locked period'),
        expect: 'period-locked',
      },
      {
        name: '403 for an approved entry',
        on: 'create',
        reply: () => clockifyRefusal(403, 403, 'Time entry is approved and cannot be changed'),
        expect: 'period-locked',
      },
    ],
    refused: [
      {
        name: '400 with code 501 where something is made',
        on: 'create',
        reply: () => clockifyRefusal(400, 501, 'Project is required'),
        expect: 'validation',
      },
    ],
    limits: [],
  },
  needed: [
    { name: 'id', spoil: ({ id: _, ...rest }) => rest },
    { name: 'start', spoil: (record) => ({ ...record, timeInterval: { start: 'yesterday', end: null } }) },
    { name: 'interval', spoil: (record) => ({ ...record, timeInterval: null }) },
  ],
  harmless: [
    { name: 'unknown fields', change: (record) => ({ ...record, kioskId: null, costRate: { amount: 1 } }) },
    { name: 'an unknown type', change: (record) => ({ ...record, type: 'HOLIDAY' }) },
    { name: 'no tags, no custom fields', change: ({ tagIds, customFieldValues, ...rest }) => rest },
  ],
  facts: [
    'A PUT puts a whole entry in place of the old one: each change reads it first, and says again what it does not change.',
    'Custom fields come as `customFieldValues` and are written as `customFields`.',
    'Something that is not there is a 400 with code 501; where something is made, the same code is a missing project or tag.',
    'Lists end where `Last-Page` says so, or where a page brings nothing new: some routes ignore the page.',
    'The window of a list is read as a wall clock of the account’s zone: a day more is asked on both sides.',
    'A stop goes to the person’s list, not to the entry; that nothing runs is 404, and as good.',
    'Neither changes nor removals are told: days are read whole and compared.',
  ],
  unverified: [
    'Whether a second start stops the first: it is stopped before.',
    'That ids are object ids, whose first digits are the second in which an entry was made: by that an entry of ours is told from an older one that is equal.',
    'How often a person’s key may ask: ten requests a second are kept to.',
    'In what words a locked or approved period is refused: “locked” and “approv…” are looked for.',
    'Which times are taken besides whole seconds with `Z`: no other is sent.',
  ],
}
