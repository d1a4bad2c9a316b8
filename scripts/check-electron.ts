/** Searches the desktop's code for what scripts/lib/electron-rules.ts forbids. `--planted` tests the rules. */
import { electronRules } from './lib/electron-rules.ts'
import { checkPlanted, checkTree } from './lib/run-text-rules.ts'

process.exitCode = process.argv.includes('--planted') ? checkPlanted(electronRules) : checkTree(electronRules)
