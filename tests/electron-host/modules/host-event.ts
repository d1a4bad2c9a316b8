/** Electron's event: what listeners get first, and where they say that the usual is not to happen. */
export class HostEvent {
  defaultPrevented = false

  constructor(details: object = {}) {
    Object.defineProperties(this, Object.getOwnPropertyDescriptors(details))
  }

  preventDefault = (): void => {
    this.defaultPrevented = true
  }
}
