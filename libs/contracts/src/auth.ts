import { z } from 'zod';
import { id, instant, pageOf, text } from './wire.js';

export const ROLES = ['admin', 'enroller', 'hr', 'auditor'] as const;
export const role = z
  .enum(ROLES)
  .describe(
    'admin: all. enroller: people and faces. hr: attendance and reports, no face data. auditor: reads all, changes nothing.',
  );
export type Role = z.infer<typeof role>;

const email = z.string().trim().toLowerCase().pipe(z.email().max(254));
const newPassword = z.string().min(8).max(200).describe('At least 8 characters.');

export const user = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    role,
    createdAt: instant,
    lastLoginAt: instant.nullable(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof user>;

export const loginRequest = z
  .object({ email, password: z.string().min(1).max(200) })
  .meta({ id: 'LoginRequest' });
export type LoginRequest = z.infer<typeof loginRequest>;
export const loginResponse = z
  .object({ token: z.string().describe('For `Authorization: Bearer`.'), user })
  .meta({ id: 'LoginResponse' });
export type LoginResponse = z.infer<typeof loginResponse>;

export const passwordChange = z
  .object({ current: z.string().min(1).max(200), next: newPassword })
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.infer<typeof passwordChange>;

export const userCreate = z
  .object({ email, name: text(120), role, password: newPassword.optional() })
  .meta({ id: 'UserCreate' });
export type UserCreate = z.infer<typeof userCreate>;
export const userCreated = user
  .extend({
    temporaryPassword: z.string().optional().describe('Shown once, where the request named no password.'),
  })
  .meta({ id: 'UserCreated' });
export type UserCreated = z.infer<typeof userCreated>;
export const userUpdate = z
  .object({ email, name: text(120), role, password: newPassword })
  .partial()
  .meta({ id: 'UserUpdate' });
export type UserUpdate = z.infer<typeof userUpdate>;
export const userPage = pageOf(user, 'UserPage');
export const userNames = z
  .object({ items: z.array(z.object({ id, name: z.string() })) })
  .meta({ id: 'UserNames', description: 'Who users are, for whoever reads what they decided.' });
export type UserNames = z.infer<typeof userNames>;

export const apiTokenCreate = z
  .object({ name: text(120), role, expiresAt: instant.optional() })
  .meta({ id: 'ApiTokenCreate' });
export type ApiTokenCreate = z.infer<typeof apiTokenCreate>;
export const apiToken = z
  .object({
    id,
    name: z.string(),
    role,
    createdAt: instant,
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
  })
  .meta({ id: 'ApiToken' });
export type ApiToken = z.infer<typeof apiToken>;
export const apiTokenCreated = apiToken
  .extend({ token: z.string().describe('Shown once.') })
  .meta({ id: 'ApiTokenCreated' });
export type ApiTokenCreated = z.infer<typeof apiTokenCreated>;
export const apiTokenPage = pageOf(apiToken, 'ApiTokenPage');
