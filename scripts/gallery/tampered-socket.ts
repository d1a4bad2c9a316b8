import type { Page } from '@playwright/test'

/** What the page hears of a question: the host's answer is held back, or a failure put in its place. */
export type Tampering = 'hold' | 'fail'

/** From the next navigation on, the page's question `procedure` gets no answer, or that of a host with a bug. */
export async function tamper(page: Page, procedure: string, how: Tampering): Promise<void> {
  await page.routeWebSocket(/\/ws$/, (fromPage) => {
    const toHost = fromPage.connectToServer()
    const asked = new Set<string>()
    fromPage.onMessage((message) => {
      const { i, p } = JSON.parse(String(message)) as { i: string; p?: { u?: string } }
      if (p?.u === procedure) asked.add(i)
      toHost.send(message)
    })
    toHost.onMessage((message) => {
      const { i } = JSON.parse(String(message)) as { i: string }
      if (!asked.has(i)) fromPage.send(message)
      else if (how === 'fail') fromPage.send(JSON.stringify({ i, p: failure }))
    })
  })
}

/**
 * From the next navigation on, the page hears `values` wherever the host says null under one of their names: a question
 * about an absence, a desktop around the host.
 */
export async function pretend(page: Page, values: Readonly<Record<string, unknown>>): Promise<void> {
  await page.routeWebSocket(/\/ws$/, (fromPage) => {
    const toHost = fromPage.connectToServer()
    fromPage.onMessage((message) => toHost.send(message))
    toHost.onMessage((message) => {
      const told = JSON.parse(String(message), (name, value) => (value === null ? (values[name] ?? null) : value))
      fromPage.send(JSON.stringify(told))
    })
  })
}

const failure = {
  s: 500,
  b: {
    json: {
      defined: true,
      code: 'internal',
      status: 500,
      message: 'Something went wrong inside Stint. Nothing was changed. The log has it under 0192f3a1.',
      data: { ref: '0192f3a1' },
    },
  },
}
