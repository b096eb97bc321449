import { resolve } from 'node:path';
import { timeZone } from '@rollcall/contracts';
import { z } from 'zod';
import { StartupError } from './startup-error.js';

const secret = z
  .string()
  .refine((value) => Buffer.from(value, 'base64').length === 32, {
    error: 'must be 32 random bytes in base64 (openssl rand -base64 32)',
  });
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((v) => (v === '' ? undefined : v), schema.optional());

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, { error: 'must start with postgres:// or postgresql://' }),
  ),
  MODELS_DIR: optional(z.string()),
  MODEL_PACK: optional(z.string()),
  ROLLCALL_ADMIN_EMAIL: optional(z.email()),
  ROLLCALL_ADMIN_PASSWORD: optional(z.string()),
  ROLLCALL_SECRET_KEY: optional(secret),
  TIME_ZONE: optional(timeZone),
  TRUST_PROXY: z.stringbool().default(false),
  FRAME_RETENTION_DAYS: z.coerce.number().int().min(0).max(3650).default(30),
  INFERENCE_WORKERS: optional(z.coerce.number().int().min(1).max(64)),
  INFERENCE_THREADS: optional(z.coerce.number().int().min(1).max(64)),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
});

/** Everything that can be set from outside, parsed before the app starts. Nothing else reads the environment. */
export class Config {
  constructor(
    readonly port: number,
    readonly host: string,
    readonly dataDir: string,
    readonly databaseUrl: string | undefined,
    readonly modelsDir: string | undefined,
    readonly modelPack: string | undefined,
    readonly admin: { email: string | undefined; password: string | undefined },
    readonly secretKey: string | undefined,
    readonly timeZone: string,
    readonly trustProxy: boolean,
    readonly frameRetentionDays: number,
    readonly inference: { workers: number | undefined; threads: number | undefined },
    readonly logLevel: string,
  ) {}

  /** @throws StartupError that lists every variable that cannot be used and why. */
  static from(env: Record<string, string | undefined>): Config {
    const parsed = environment.safeParse(env);
    if (!parsed.success) {
      const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
      throw new StartupError(`The settings cannot be used: ${faults.join('; ')}.`);
    }
    const e = parsed.data;
    return new Config(
      e.PORT,
      e.HOST,
      resolve(e.DATA_DIR),
      e.DATABASE_URL,
      e.MODELS_DIR && resolve(e.MODELS_DIR),
      e.MODEL_PACK,
      { email: e.ROLLCALL_ADMIN_EMAIL, password: e.ROLLCALL_ADMIN_PASSWORD },
      e.ROLLCALL_SECRET_KEY,
      e.TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      e.TRUST_PROXY,
      e.FRAME_RETENTION_DAYS,
      { workers: e.INFERENCE_WORKERS, threads: e.INFERENCE_THREADS },
      e.LOG_LEVEL,
    );
  }
}
