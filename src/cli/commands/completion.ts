import { err, ok } from '../../shared/result.ts'
import { usageError } from '../cli-error.ts'
import { argument, type CliCommand, defineCommand } from '../command/cli-command.ts'
import { flag } from '../command/option-spec.ts'
import type { TableSection } from '../command/table-section.ts'
import { completeLine } from '../completion/complete-line.ts'
import { SHELLS, scripts } from '../completion/scripts.ts'
import { oneLine } from '../output/display-width.ts'

/** Completion of the commands of this table. */
export const completion = (table: readonly TableSection[]): CliCommand =>
  defineCommand({
    name: 'completion',
    summary: 'Tab completion for your shell',
    details: [
      'Prints a script that completes commands, options, and the names of your projects, tags and the rest.',
      '--query is what the script asks: words typed after “stint”, the last of which may be empty.',
    ],
    args: [argument('[shell-or-words...]', 'bash, zsh or fish', SHELLS)],
    options: { query: flag('--query', 'Answer with what can follow these words') },
    examples: [
      { line: 'source <(stint completion bash)', what: 'in ~/.bashrc' },
      { line: 'source <(stint completion zsh)', what: 'in ~/.zshrc, after compinit' },
      { line: 'stint completion fish > ~/.config/fish/completions/stint.fish', what: 'once' },
    ],
    async run(context, args, options) {
      if (options.query) {
        const completed = await completeLine(context, table, args)
        if (!completed.ok) return completed
        const { candidates, paths } = completed.value
        return ok({
          json: () => ({ candidates, paths }),
          text: () => [
            ...candidates.map(({ word, about }) => `${oneLine(word)}\t${oneLine(about)}`),
            ...(paths === null ? [] : [`:${paths}`]),
          ],
        })
      }
      const [name, ...others] = args
      const shell = SHELLS.find((each) => each === name)
      if (shell === undefined || others.length > 0) {
        return err(usageError('Name your shell: bash, zsh or fish.', 'For example: source <(stint completion bash)'))
      }
      return ok({ json: () => ({ shell, script: scripts[shell] }), text: () => [scripts[shell].trimEnd()] })
    },
  })
