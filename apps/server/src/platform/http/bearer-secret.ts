import { createHash, randomBytes } from 'node:crypto';

/** What a secret opens; the prefix lets people and secret scanners tell them apart. */
export type SecretPrefix = 'rcs' | 'rct' | 'rck' | 'rcf';

/** 256 random bits: too many to guess, so that one fast hash is enough to keep them. */
export const newSecret = (prefix: SecretPrefix) => `${prefix}_${randomBytes(32).toString('base64url')}`;

export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');
