export { DATA_KEY_BYTES, SealBroken, Vault } from './vault.js';
