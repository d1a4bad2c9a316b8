import { config } from 'zod'

// The page's policy forbids compiling code. zod would try it once for each schema it makes, and every refusal is an error in
// the page's log: so this is imported before any schema.
config({ jitless: true })
