/** Searches all files of the repository for what scripts/lib/text-rules.ts forbids. `--planted` tests the rules. */
import { checkPlanted, checkTree } from './lib/run-text-rules.ts'
import { textRules } from './lib/text-rules.ts'

process.exitCode = process.argv.includes('--planted') ? checkPlanted(textRules) : checkTree(textRules)
