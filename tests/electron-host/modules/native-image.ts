import { existsSync } from 'node:fs'
import type * as Electron from 'electron'
import { loud } from '../loud.ts'

/** Known by its file: what it looks like is nothing a test could see in a tray. */
export class HostImage
  implements Pick<Electron.NativeImage, 'isEmpty' | 'setTemplateImage' | 'isTemplateImage' | 'getSize'>
{
  readonly file: string
  readonly #isEmpty: boolean
  #isTemplate: boolean

  constructor(file: string, isEmpty: boolean) {
    this.file = file
    this.#isEmpty = isEmpty
    this.#isTemplate = /Template(@\dx)?\.png$/.test(file)
  }

  isEmpty = (): boolean => this.#isEmpty
  isTemplateImage = (): boolean => this.#isTemplate
  setTemplateImage(is: boolean): void {
    this.#isTemplate = is
  }
  getSize = (): Electron.Size => (this.#isEmpty ? { width: 0, height: 0 } : { width: 16, height: 16 })
  resize = (): HostImage => this
}

export const nativeImage = {
  createEmpty: () => loud('NativeImage', new HostImage('', true)),
  /** Electron answers with an empty image where there is no such file. */
  createFromPath: (file: string) => loud('NativeImage', new HostImage(file, !existsSync(file))),
  createFromBuffer: (bytes: Buffer) => loud('NativeImage', new HostImage('(bytes)', bytes.length === 0)),
  createFromDataURL: (url: string) => loud('NativeImage', new HostImage('(data)', !url.startsWith('data:image/'))),
}
