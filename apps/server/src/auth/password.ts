import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(password, PARAMETERS);

export const passwordMatches = (passwordHash: string, password: string) => verify(passwordHash, password);

/** For accounts whose password nobody chose: 128 random bits that can be read aloud over the phone. */
export function generatePassword(): string {
  const letters = randomBytes(16).toString('hex');
  return letters.match(/.{8}/g)!.join('-');
}
