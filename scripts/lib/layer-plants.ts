/**
 * One violation per rule of .dependency-cruiser.cjs (several where a rule can be broken in ways that resolve
 * differently), and imports that are allowed and must not be reported. `file` imports `imports`.
 */
export interface Plant {
  rule: string
  file: string
  code: string
}

const builtin = "import 'node:fs'\n"

/** Files the plants import; they break no rule themselves. */
export const targets: Record<string, string> = {
  'src/shared/leaf.ts': 'export const leaf = 1\nexport interface Leaf { a: number }\n',
  'src/shared/contract/names.ts': "export const names = ['a']\n",
  'src/shared/contract/channels.ts': "export const channels = ['a']\n",
  'src/shared/leaf-of-cycle.ts': "import './plant-cycle.ts'\nexport const b = 1\n",
  'src/shared/leaf.test.ts': 'export const helper = 1\n',
  'src/core/domain/leaf.ts': 'export const fact = 1\nexport interface Fact { a: number }\n',
  'src/core/ports/leaf.ts': 'export interface Port { a: number }\nexport const port = 1\n',
  'src/core/app/leaf.ts': 'export const useCase = 1\nexport interface UseCase { a: number }\n',
  'src/providers/one/leaf.ts': 'export const one = 1\n',
  'src/providers/two/leaf.ts': 'export const two = 1\n',
  'src/platform/leaf.ts': 'export const adapter = 1\n',
  'src/platform/transport/leaf.ts': 'export const transport = 1\n',
  'src/main/leaf.ts': 'export const main = 1\n',
  'src/preload/leaf.ts': 'export const preload = 1\n',
  'src/renderer/leaf.ts': 'export const view = 1\n',
  'src/server/local/leaf.ts': 'export const host = 1\n',
  'src/server/team/leaf.ts': 'export const team = 1\n',
  'src/cli/leaf.ts': 'export const cli = 1\n',
  'drizzle/local/leaf.ts': 'export const migration = 1\n',
  'tests/leaf.ts': 'export const fake = 1\n',
}

export const plants: Plant[] = [
  plant('shared-rooms', 'src/shared/plant-rooms.ts', "import '../core/domain/leaf.ts'\n"),
  plant('shared-packages', 'src/shared/plant-package.ts', "import 'hono'\n"),
  plant('shared-builtins', 'src/shared/plant-builtin.ts', builtin),
  plant('domain-rooms', 'src/core/domain/plant-rooms.ts', "import '../ports/leaf.ts'\n"),
  plant('domain-packages', 'src/core/domain/plant-package.ts', "import 'csv-parse'\n"),
  plant('domain-builtins', 'src/core/domain/plant-builtin.ts', "import { readFileSync } from 'fs'\nreadFileSync('')\n"),
  plant('ports-rooms', 'src/core/ports/plant-rooms.ts', "import '../app/leaf.ts'\n"),
  plant(
    'ports-packages',
    'src/core/ports/plant-package.ts',
    "import type { z } from 'zod'\nexport type A = z.ZodType\n",
  ),
  plant(
    'ports-builtins',
    'src/core/ports/plant-builtin.ts',
    "import type { Stats } from 'node:fs'\nexport type A = Stats\n",
  ),
  plant(
    'ports-types-only',
    'src/core/ports/plant-value.ts',
    "import { fact } from '../domain/leaf.ts'\nexport const b = fact\n",
  ),
  plant('app-rooms', 'src/core/app/plant-rooms.ts', "import '../../platform/leaf.ts'\n"),
  plant('app-packages', 'src/core/app/plant-package.ts', "import 'drizzle-orm'\n"),
  plant('app-packages', 'src/core/app/plant-electron.ts', "import 'electron'\n"),
  plant('app-builtins', 'src/core/app/plant-builtin.ts', builtin),
  plant('providers-rooms', 'src/providers/one/plant-rooms.ts', "import '../../platform/leaf.ts'\n"),
  plant('providers-packages', 'src/providers/one/plant-package.ts', "import 'better-sqlite3'\n"),
  plant('providers-builtins', 'src/providers/one/plant-builtin.ts', "import 'node:https'\n"),
  plant(
    'providers-types-only',
    'src/providers/one/plant-value.ts',
    "import { fact } from '../../core/domain/leaf.ts'\nexport const b = fact\n",
  ),
  plant('no-cross-vendor', 'src/providers/one/plant-vendor.ts', "import '../two/leaf.ts'\n"),
  plant('platform-rooms', 'src/platform/plant-rooms.ts', "import '../core/app/leaf.ts'\n"),
  plant('platform-packages', 'src/platform/plant-package.ts', "import 'commander'\n"),
  plant('main-rooms', 'src/main/plant-rooms.ts', "import '../renderer/leaf.ts'\n"),
  plant('main-rooms', 'src/main/plant-cli.ts', "import '../cli/leaf.ts'\n"),
  plant('main-rooms', 'src/main/plant-team.ts', "import '../server/team/leaf.ts'\n"),
  plant('main-packages', 'src/main/plant-package.ts', "import 'react'\n"),
  plant('preload-rooms', 'src/preload/plant-rooms.ts', "import '../shared/leaf.ts'\n"),
  plant('preload-rooms', 'src/preload/plant-contract.ts', "import '../shared/contract/names.ts'\n"),
  plant('preload-packages', 'src/preload/plant-package.ts', "import 'zod'\n"),
  plant('preload-builtins', 'src/preload/plant-builtin.ts', builtin),
  plant('renderer-rooms', 'src/renderer/plant-rooms.ts', "import '../core/domain/leaf.ts'\n"),
  plant(
    'renderer-rooms',
    'src/renderer/plant-type.ts',
    "import type { Fact } from '../core/domain/leaf.ts'\nexport type A = Fact\n",
  ),
  plant('renderer-rooms', 'src/renderer/plant-lazy.ts', "export const lazy = () => import('../platform/leaf.ts')\n"),
  plant('renderer-packages', 'src/renderer/plant-package.ts', "import 'better-sqlite3'\n"),
  plant('renderer-builtins', 'src/renderer/plant-builtin.ts', "import 'node:path'\n"),
  plant('server-local-rooms', 'src/server/local/plant-rooms.ts', "import '../team/leaf.ts'\n"),
  plant('server-local-packages', 'src/server/local/plant-package.ts', "import 'react'\n"),
  plant('server-team-rooms', 'src/server/team/plant-rooms.ts', "import '../../core/app/leaf.ts'\n"),
  plant('server-team-packages', 'src/server/team/plant-package.ts', "import 'better-sqlite3'\n"),
  plant('cli-rooms', 'src/cli/plant-rooms.ts', "import '../platform/leaf.ts'\n"),
  plant(
    'cli-rooms',
    'src/cli/plant-core.ts',
    "import type { UseCase } from '../core/app/leaf.ts'\nexport type A = UseCase\n",
  ),
  plant('cli-packages', 'src/cli/plant-package.ts', "import 'better-sqlite3'\n"),
  plant('drizzle-rooms', 'drizzle/local/plant-rooms.ts', "import '../../src/shared/leaf.ts'\n"),
  plant('drizzle-packages', 'drizzle/local/plant-package.ts', "import 'zod'\n"),
  plant('drizzle-builtins', 'drizzle/local/plant-builtin.ts', builtin),
  plant('no-unknown-room', 'src/attic/plant-room.ts', "import '../shared/leaf.ts'\n"),
  plant('no-circular', 'src/shared/plant-cycle.ts', "import './leaf-of-cycle.ts'\nexport const a = 1\n"),
  plant('no-import-of-tests', 'src/shared/plant-test.ts', "import './leaf.test.ts'\n"),
  plant('no-unlisted-package', 'src/shared/contract/plant-unlisted.ts', "import 'acorn'\n"),
  plant('no-dev-package-on-node', 'src/platform/plant-dev.ts', "import 'fast-check'\n"),
  plant('no-unresolvable', 'src/shared/plant-missing.ts', "import './nowhere.ts'\n"),
  plant('no-orphan', 'src/shared/plant-orphan.ts', 'export const alone = 1\n'),
]

/** What the table allows. A rule that reports one of these is too wide. */
export const allowed: Record<string, string> = {
  'src/shared/good.ts': "import 'zod'\nimport '@orpc/contract'\nimport 'temporal-polyfill'\n",
  'src/core/domain/good.ts': "import '../../shared/leaf.ts'\n",
  'src/core/ports/good.ts': "import type { Fact } from '../domain/leaf.ts'\nexport type A = Fact\n",
  'src/core/app/good.ts': "import '../domain/leaf.ts'\nimport '../ports/leaf.ts'\nimport '@orpc/server'\n",
  'src/providers/one/good.ts':
    "import type { Fact } from '../../core/domain/leaf.ts'\nimport '../../core/ports/leaf.ts'\nimport 'zod'\nexport type A = Fact\n",
  'src/platform/good.ts':
    "import 'node:fs'\nimport 'better-sqlite3'\nimport 'drizzle-orm/better-sqlite3'\nimport '../core/domain/leaf.ts'\n",
  'src/main/good.ts':
    "import '../core/app/leaf.ts'\nimport '../providers/one/leaf.ts'\nimport '../platform/leaf.ts'\nimport '../server/local/leaf.ts'\nimport 'electron'\n",
  'src/preload/good.ts': "import '../shared/contract/channels.ts'\nimport 'electron'\n",
  'src/renderer/good.ts': "import 'react'\nimport 'react-dom/client'\nimport '../shared/leaf.ts'\nimport 'zustand'\n",
  'src/server/local/good.ts':
    "import 'hono'\nimport 'ws'\nimport '../../core/app/leaf.ts'\nimport '../../platform/leaf.ts'\n",
  'src/server/team/good.ts': "import 'hono'\nimport '../../core/domain/leaf.ts'\n",
  'src/cli/good.ts': "import 'commander'\nimport '../platform/transport/leaf.ts'\nimport '../server/local/leaf.ts'\n",
  'src/core/domain/good.test.ts':
    "import 'vitest'\nimport 'node:fs'\nimport '../../../tests/leaf.ts'\nimport '../../platform/leaf.ts'\n",
  'tests/good.ts':
    "import '../src/platform/leaf.ts'\nimport '../src/renderer/leaf.ts'\nimport '../src/core/domain/leaf.ts'\n",
}

function plant(rule: string, file: string, code: string): Plant {
  return { rule, file, code }
}
