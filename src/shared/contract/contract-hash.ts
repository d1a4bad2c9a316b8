/** Fingerprint of docs/contract.json, written by `npm run contract:write`. */
export const CONTRACT_HASH = 'd2814f17b62d621b'
