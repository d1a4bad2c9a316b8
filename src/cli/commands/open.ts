import { probeHost } from '../../platform/transport/probe-host.ts'
import { requestCode } from '../../platform/transport/request-code.ts'
import { err, ok } from '../../shared/result.ts'
import { refusal } from '../cli-error.ts'
import { defineCommand } from '../command/cli-command.ts'
import { flag } from '../command/option-spec.ts'
import { openBrowser } from '../open-browser.ts'

export const open = defineCommand({
  name: 'open',
  summary: 'Open the running Stint in a browser',
  details: [
    'Prints an address that signs one browser in, once, within a minute. On a terminal it also opens the browser.',
  ],
  options: { print: flag('--print', 'Only print the address') },
  examples: [{ line: 'stint open', what: 'you closed the page, or the link was too old' }],
  async run(context, _args, options) {
    const probe = await probeHost(context.profileDir)
    const url = probe.state === 'alive' ? await requestCode(probe.file) : undefined
    if (url === undefined) {
      return err(refusal('not-served', 'Stint is not running for this profile.', 'Start it with “stint serve --open”.'))
    }
    if (context.out.isTerminal && !context.json && !options.print) openBrowser(url, context.notices)
    return ok({ json: () => ({ url }), text: () => [url] })
  },
})
