import * as v from 'valibot';

import { described, uuidSchema } from './schema-parts.js';

/** Crockford's base 32: no letter in it is taken for another letter or a digit. */
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 20;
const CODE_PATTERN = /^[0-9A-HJKMNP-TV-Z]{20}$/;

const codeSchema = described(
  v.pipe(v.string(), v.regex(CODE_PATTERN, 'A deletion code has 20 letters and digits.')),
  'The deletion code of a viewing: 100 bits of chance, made in the browser. The collector keeps its SHA-256.',
);

/** Whoever shows this code may take back what the viewing left behind. */
export type DeletionCode = v.InferOutput<typeof codeSchema>;

export const viewingCodeSchema = v.strictObject({
  viewing: described(uuidSchema, 'The viewing that the code opens.'),
  code: codeSchema,
});

/** A viewing and its code, as they go to the collector beside the reactions. */
export type ViewingCode = v.InferOutput<typeof viewingCodeSchema>;

/** Bytes of chance that a code is made from. */
export const CODE_BYTES = CODE_LENGTH;

/** Makes a code from bytes of chance, five bits of each. */
export function makeDeletionCode(chance: Uint8Array): DeletionCode {
  return Array.from(chance.subarray(0, CODE_LENGTH), (byte) => CODE_LETTERS.charAt(byte % 32)).join('');
}

/** Reads a code as a person typed it: dashes, spaces and small letters are fine, O is 0, I and L are 1. */
export function readDeletionCode(text: string): DeletionCode | undefined {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return CODE_PATTERN.test(code) ? code : undefined;
}

/** Writes a code for people: `7K3QF-2M9XA-…`. */
export function showDeletionCode(code: DeletionCode): string {
  return code.match(/.{1,5}/g)?.join('-') ?? '';
}

/** What can be taken back of a viewing. */
export const WITHDRAWN_PARTS = ['everything', 'name', 'reactions'] as const;
export type WithdrawnPart = (typeof WITHDRAWN_PARTS)[number];

/** Most single reactions that one withdrawal names. */
export const WITHDRAWAL_REACTIONS = 200;
/** Most withdrawals in one request. */
export const WITHDRAWALS = 50;

export const withdrawalSchema = v.strictObject({
  id: described(uuidSchema, 'Made in the browser. A withdrawal may come any number of times.'),
  viewing: v.optional(described(uuidSchema, 'The viewing. Left out by a device that has only the code.')),
  code: codeSchema,
  of: described(v.picklist(WITHDRAWN_PARTS), 'What is taken back.'),
  reactions: v.optional(
    described(v.pipe(v.array(uuidSchema), v.maxLength(WITHDRAWAL_REACTIONS)), 'Which ones, of "reactions".'),
  ),
});

/** A viewer's wish that something recorded be deleted. */
export type Withdrawal = v.InferOutput<typeof withdrawalSchema>;

/** The envelope. Its withdrawals are checked one by one, so that a bad one does not take the others with it. */
export const withdrawalBatchSchema = v.strictObject({
  format: v.literal(1),
  withdrawals: v.pipe(v.array(v.unknown()), v.maxLength(WITHDRAWALS)),
});

/** What goes to the collector in one request. */
export interface WithdrawalBatch {
  readonly format: 1;
  readonly withdrawals: readonly Withdrawal[];
}

/** What the collector answers: which are done and will stay so, and which it cannot do. */
export interface WithdrawalReceipt {
  readonly done: readonly Withdrawal['id'][];
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
}
