import { defineConfig } from 'vitest/config'

/** One project per kind of test, so that `vitest run --project torture` runs that kind alone. */
function kind(name: string, include: string[], testTimeout: number) {
  return {
    extends: true as const,
    test: { name, include, exclude: ['**/node_modules/**', 'tests/e2e/**'], testTimeout, hookTimeout: testTimeout },
  }
}

const longMs = Number(process.env['STINT_KILL_ROUNDS'] ?? 0) > 50 ? 3_600_000 : 180_000

export default defineConfig({
  test: {
    // Forks, not threads: better-sqlite3 holds native handles, and some tests change TZ or end processes.
    pool: 'forks',
    maxWorkers: 2,
    environment: 'node',
    allowOnly: false,
    passWithNoTests: false,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      kind(
        'unit',
        ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts', 'tests/electron-host/**/*.test.ts'],
        10_000,
      ),
      kind('contract', ['tests/contract/**/*.test.ts'], 30_000),
      kind('conformance', ['tests/conformance/**/*.test.ts'], 60_000),
      kind('integration', ['tests/integration/**/*.test.ts'], 60_000),
      kind('properties', ['tests/properties/**/*.test.ts'], 30_000),
      kind('migrations', ['tests/migrations/**/*.test.ts'], 60_000),
      kind('security', ['tests/security/**/*.test.ts'], 60_000),
      kind('torture', ['tests/torture/**/*.test.ts'], longMs),
    ],
  },
})
