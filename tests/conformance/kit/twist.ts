import type { Fault } from '../fake-server/faults.ts'
import type { Reply, SeenRequest } from '../fake-server/start-fake-server.ts'

/** What a script makes of an answer; `act` lets the vendor's server do its work and gives what it would say. */
export type Twist = (act: () => Reply, request: SeenRequest) => Reply

/** The server does nothing and says this. */
export function instead(reply: Reply): Twist {
  return () => reply
}

/** The server does its work, but this is what arrives. */
export function afterActing(reply: Reply): Twist {
  return (act) => {
    act()
    return reply
  }
}

/** The server does its work, and its answer is spoilt on the way. */
export function spoilt(fault: Fault): Twist {
  return (act) => ({ ...act(), fault })
}

/** Nothing is done, and the connection misbehaves. */
export function lost(fault: Fault): Twist {
  return () => ({ fault })
}

/** The body of the answer, changed. */
export function withBody(change: (body: unknown) => unknown): Twist {
  return (act) => {
    const reply = act()
    return { ...reply, body: change(reply.body) }
  }
}

export const isWrite = ({ method }: SeenRequest) => method !== 'GET'
export const isRead = ({ method }: SeenRequest) => method === 'GET'
