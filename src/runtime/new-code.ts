import { CODE_BYTES, makeDeletionCode, type DeletionCode } from '../domain/withdrawal.js';

/** Makes a deletion code from chance. */
export function newCode(): DeletionCode {
  return makeDeletionCode(crypto.getRandomValues(new Uint8Array(CODE_BYTES)));
}
