import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses'

/**
 * What the packaged program can no longer be talked into; docs/security.md has the same list, and check-electron.ts
 * compares the two. A fuse that a later Electron adds breaks the packaging until somebody decides about it.
 */
export function fusesFor(platform: string): FuseConfig {
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Flipping bytes breaks the signature Electron came with, and Apple silicon starts nothing whose signature is broken.
    resetAdHocDarwinSignature: platform === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    // Electron knows no such check on Linux.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform !== 'linux',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  }
}
