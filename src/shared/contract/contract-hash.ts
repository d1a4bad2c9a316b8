/** Fingerprint of docs/contract.json, written by `npm run contract:write`. */
export const CONTRACT_HASH = '0cb5caa3a930a72c'
