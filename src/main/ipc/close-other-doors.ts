import { ipcMain } from 'electron'

/** electron-store listens for windows that want to use it; ours do not, and the answer would name a folder. */
export function closeOtherDoors(): void {
  ipcMain.removeAllListeners('electron-store-get-data')
}
