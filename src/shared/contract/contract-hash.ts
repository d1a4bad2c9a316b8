/** Fingerprint of docs/contract.json, written by `npm run contract:write`. */
export const CONTRACT_HASH = '488d5b4669d72d19'
