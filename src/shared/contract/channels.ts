/** The two channels between a window and the desktop's main process. Everything else goes over the port. */
export const PORT_CHANNEL = 'stint:port'
export const COMMAND_CHANNEL = 'stint:command'

/** A window's own name for the port it asks for: nobody else can know it, so nobody else can slip in a port. */
export const PORT_ID = /^[0-9a-f-]{36}$/
