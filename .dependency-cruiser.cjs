// Who may import whom. The table below is the whitelist; each row becomes up to three rules named after the room:
//   <room>-rooms     our own code outside the rooms it may know
//   <room>-packages  npm packages it may not use
//   <room>-builtins  Node's own modules, where the room may not know Node
// scripts/check-layers.ts plants one violation of every rule and demands that this file catches it.

/**
 * @typedef {object} Room
 * @property {string} name
 * @property {string} at its folder
 * @property {string[]} rooms regular expressions of our own files it may import
 * @property {string[]} [typesOnly] those of them it may import as types only
 * @property {string[]} packages npm packages it may import
 * @property {boolean} [node] may import Node's modules
 */

/** @type {Room[]} */
const rooms = [
  {
    name: 'shared',
    at: 'src/shared/',
    rooms: ['src/shared/'],
    packages: ['zod', '@orpc/contract', 'temporal-polyfill'],
  },
  {
    name: 'domain',
    at: 'src/core/domain/',
    rooms: ['src/core/domain/', 'src/shared/'],
    // To decode the documents that people import (docs/adr/0001).
    packages: ['zod'],
  },
  {
    name: 'ports',
    at: 'src/core/ports/',
    rooms: ['src/core/ports/', 'src/shared/', 'src/core/domain/'],
    typesOnly: ['src/core/domain/'],
    packages: [],
  },
  {
    name: 'app',
    at: 'src/core/app/',
    rooms: ['src/core/', 'src/shared/'],
    // The router implements the contract (docs/adr/0003).
    packages: ['@orpc/server'],
  },
  {
    name: 'providers',
    at: 'src/providers/',
    rooms: ['src/providers/', 'src/core/ports/', 'src/core/domain/', 'src/shared/'],
    typesOnly: ['src/core/domain/'],
    packages: ['zod'],
  },
  {
    name: 'platform',
    at: 'src/platform/',
    rooms: ['src/platform/', 'src/core/ports/', 'src/core/domain/', 'src/shared/'],
    packages: [
      'better-sqlite3',
      '@napi-rs/keyring',
      'drizzle-orm',
      'pino',
      'csv-parse',
      '@jellybrick/dbus-next',
      '@orpc/client',
      '@orpc/contract',
      // platform/transport: the serving end of a MessagePort, for Electron's main as for tests.
      '@orpc/server',
      '@orpc/standard-server-node',
      '@orpc/standard-server-peer',
      'ws',
      'zod',
    ],
    node: true,
  },
  {
    name: 'main',
    at: 'src/main/',
    // server/local: the desktop serves the command line and the local API as a headless host does (docs/adr/0010).
    rooms: ['src/main/', 'src/core/', 'src/providers/', 'src/platform/', 'src/shared/', 'src/server/local/'],
    packages: ['electron', 'electron-store', 'zod'],
    node: true,
  },
  {
    name: 'preload',
    at: 'src/preload/',
    // The names of the channels alone: whatever else it imported would run in every window.
    rooms: ['src/preload/', 'src/shared/contract/channels\\.ts$'],
    packages: ['electron'],
  },
  {
    name: 'renderer',
    at: 'src/renderer/',
    rooms: ['src/renderer/', 'src/shared/'],
    packages: [
      'react',
      'react-dom',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      '@orpc/client',
      '@orpc/contract',
      'radix-ui',
      'clsx',
      'cmdk',
      'lucide-react',
      'sonner',
      'wouter',
      'zustand',
      'zod',
      'tailwindcss',
      '@fontsource-variable/inter',
    ],
  },
  {
    name: 'server-local',
    at: 'src/server/local/',
    rooms: ['src/server/local/', 'src/core/', 'src/providers/', 'src/platform/', 'src/shared/'],
    packages: ['hono', '@hono/node-server', 'ws', '@orpc/server', '@orpc/standard-server-node', 'zod'],
    node: true,
  },
  {
    name: 'server-team',
    at: 'src/server/team/',
    rooms: ['src/server/team/', 'src/core/domain/', 'src/shared/'],
    packages: ['hono', '@hono/node-server', '@orpc/server', 'pg', 'drizzle-orm', 'pino', 'zod'],
    node: true,
  },
  {
    name: 'cli',
    at: 'src/cli/',
    rooms: ['src/cli/', 'src/shared/', 'src/platform/transport/', 'src/server/local/'],
    packages: ['commander', 'zod'],
    node: true,
  },
  { name: 'drizzle', at: 'drizzle/', rooms: ['drizzle/'], packages: [] },
]

/** Unit tests beside the source may import anything, as the whole of tests/ may. */
const TEST = '\\.test\\.tsx?$'
const OURS = '^(src|drizzle|tests|scripts|bin|docs|resources|out)/'

/** Matches a package however it was resolved: installed, its types only, or (not installed) by its bare name. */
function packages(names) {
  return names.flatMap((name) => [`(^|/)node_modules/(@types/)?${name}/`, `^${name}(/|$)`])
}

function rulesOf(room) {
  const from = { path: `^${room.at}`, pathNot: TEST }
  const rules = [
    {
      name: `${room.name}-rooms`,
      comment: `${room.at} may import of our own code: ${room.rooms.join(', ')}`,
      severity: 'error',
      from,
      to: { path: OURS, pathNot: room.rooms.map((path) => `^${path}`) },
    },
    {
      name: `${room.name}-packages`,
      comment: `${room.at} may import of npm: ${room.packages.join(', ') || 'nothing'}`,
      severity: 'error',
      from,
      // A relative import that leads nowhere is no package; no-unresolvable reports it. package.json holds the version.
      to: {
        pathNot: [
          OURS,
          '^\\.{1,2}/(?!\\.|node_modules)',
          ...(room.node ? ['^package\\.json$'] : []),
          ...packages(room.packages),
        ],
        dependencyTypesNot: ['core'],
      },
    },
  ]
  if (!room.node) {
    rules.push({
      name: `${room.name}-builtins`,
      comment: `${room.at} does not know Node`,
      severity: 'error',
      from,
      to: { dependencyTypes: ['core'] },
    })
  }
  if (room.typesOnly) {
    rules.push({
      name: `${room.name}-types-only`,
      comment: `${room.at} may import ${room.typesOnly.join(', ')} as types only`,
      severity: 'error',
      from,
      to: { path: room.typesOnly.map((path) => `^${path}`), dependencyTypesNot: ['type-only'] },
    })
  }
  return rules
}

module.exports = {
  forbidden: [
    ...rooms.flatMap(rulesOf),
    {
      name: 'no-unknown-room',
      comment: 'Every folder in src is a room of the table above, so that no code escapes the rules',
      severity: 'error',
      from: { path: '^src/', pathNot: [...rooms.map((room) => `^${room.at}`), TEST] },
      to: {},
    },
    {
      name: 'no-cross-vendor',
      comment: 'A provider never imports another vendor',
      severity: 'error',
      from: { path: '^src/providers/([^/]+)/' },
      to: { path: '^src/providers/[^/]+/', pathNot: '^src/providers/$1/' },
    },
    {
      name: 'no-circular',
      comment: 'Cycles make load order matter',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-import-of-tests',
      comment: 'Nothing but tests imports tests',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'no-unlisted-package',
      comment: 'A package that is imported is listed in package.json',
      severity: 'error',
      from: { path: '^(src|scripts|tests)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-package-on-node',
      comment: 'What runs under Node at run time is in dependencies; the renderer is bundled',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(renderer|main|preload)/', TEST] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that cannot be found is checked by no other rule',
      severity: 'error',
      from: { path: '^(src|scripts|tests)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphan',
      comment: 'A file nobody imports is forgotten, or the wiring is',
      severity: 'warn',
      from: { orphan: true, path: '^src/', pathNot: [TEST, '\\.d\\.ts$', '^src/platform/db/schema/'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(out|coverage|\\.cache)/' },
    // Type-only imports count too: a type from core in the renderer is knowledge of core.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types', 'style'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
}
