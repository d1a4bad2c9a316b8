/** Fingerprint of docs/contract.json, written by `npm run contract:write`. */
export const CONTRACT_HASH = '65e6bc5fea162846'
