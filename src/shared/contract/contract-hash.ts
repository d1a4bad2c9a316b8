/** Fingerprint of docs/contract.json, written by `npm run contract:write`. */
export const CONTRACT_HASH = '4a82c26ec214e2bb'
