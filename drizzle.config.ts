import { defineConfig } from 'drizzle-kit'

/** `npm run migrations:generate`; the result is sealed with `npm run migrations:seal` and checked by `npm run check`. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './src/platform/db/schema/*.ts',
  out: './drizzle/local',
})
