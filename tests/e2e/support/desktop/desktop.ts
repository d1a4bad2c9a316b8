import type { Page } from '@playwright/test'
import type { PowerEvent } from '../../../electron-host/modules/power-monitor.ts'
import type { Ended } from './test-host-process.ts'

export interface WindowState {
  readonly url: string
  readonly isVisible: boolean
  readonly isAlwaysOnTop: boolean
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly preferences: Readonly<Record<string, unknown>>
}

export type WindowName = 'main' | 'mini'

/** What a test can do to a running desktop, whichever host it runs in. */
export interface Desktop {
  readonly profile: string
  /** The page of a window, connected and drawn. Asked for again after a crash, it is the new page. */
  page(name: WindowName): Promise<Page>
  /** undefined: there is no such window. */
  state(name: WindowName): Promise<WindowState | undefined>
  /** The click on the window's cross. */
  close(name: WindowName): Promise<void>
  move(name: WindowName, bounds: WindowState['bounds']): Promise<void>
  crash(name: WindowName): Promise<void>
  reload(name: WindowName): Promise<void>
  clickMenu(...path: string[]): Promise<void>
  power(event: PowerEvent): Promise<void>
  /** Another start of the same Stint; resolves when that one has ended. */
  startAgain(...args: string[]): Promise<Ended>
  /** As the menu's Quit; resolves when the process has ended. */
  quit(): Promise<Ended>
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>
  /** The same profile in a new process, after the last has ended. */
  restart(...args: string[]): Promise<void>
  dispose(): Promise<void>
}

export interface DesktopOptions {
  /** `--hidden` and the like. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}
