import { resolve } from 'node:path';
import { timeZone, wholeNumber } from '@rollcall/contracts';
import { z } from 'zod';
import { StartupError } from './startup-error.js';

const secret = z.string().refine((value) => Buffer.from(value, 'base64').length === 32, {
  error: 'must be 32 random bytes in base64 (openssl rand -base64 32)',
});

const settings = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'must start with postgres:// or postgresql://' })
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, { error: 'must start with redis:// or rediss://' })
    .optional(),
  RUN_JOBS: z.stringbool().default(true),
  WORKER_PORT: wholeNumber(0, 65_535).optional(),
  JOB_CONCURRENCY: wholeNumber(1, 64).default(2),
  MODELS_DIR: z.string().optional(),
  MODEL_PACK: z.string().optional(),
  ROLLCALL_ADMIN_EMAIL: z.email().optional(),
  ROLLCALL_ADMIN_PASSWORD: z.string().optional(),
  ROLLCALL_SECRET_KEY: secret.optional(),
  ROLLCALL_TEMPLATE_KEYS: z
    .string()
    .transform((list) => list.split(',').map((key) => key.trim()))
    .pipe(z.array(secret).min(1))
    .optional(),
  BLOBS: z.enum(['files', 'database']).default('files'),
  BLOBS_INSTEAD_OF: z.string().optional(),
  GALLERY_IN_MEMORY: z.stringbool().default(true),
  TIME_ZONE: timeZone.optional(),
  TRUST_PROXY: z.stringbool().default(false),
  FRAME_RETENTION_DAYS: wholeNumber(0, 3650).default(30),
  INFERENCE_WORKERS: wholeNumber(1, 64).optional(),
  INFERENCE_THREADS: wholeNumber(1, 64).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, { error: 'must start with smtp:// or smtps://' })
    .optional(),
  MAIL_FROM: z.string().optional(),
  STUDIO_MEMORY_MB: wholeNumber(256, 1_000_000).default(3_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
});

const environment = settings
  .refine((e) => e.RUN_JOBS || e.DATABASE_URL, {
    path: ['RUN_JOBS'],
    error: 'may be false only with DATABASE_URL: nobody else can run the jobs of an embedded database',
  })
  .refine((e) => !e.SMTP_URL || e.MAIL_FROM, {
    path: ['MAIL_FROM'],
    error: 'is missing: set it with SMTP_URL to the address that mails come from',
  });

/** Everything that can be set from outside, parsed before the app starts. Nothing else reads the environment. */
export class Config {
  /** Names of all variables that are looked at. */
  static readonly settings: readonly string[] = Object.keys(settings.shape);

  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** Whether this process runs background work, and how much at a time. */
  readonly jobs: { readonly run: boolean; readonly concurrency: number };
  /** Where a worker tells of its health; nowhere unless set. */
  readonly workerPort: number | undefined;
  readonly modelsDir: string | undefined;
  readonly modelPack: string | undefined;
  readonly admin: { readonly email: string | undefined; readonly password: string | undefined };
  readonly secretKey: string | undefined;
  /** Where sealed photos and frames rest: under DATA_DIR, or in the database that several servers share. */
  readonly blobs: 'files' | 'database';
  /** The place of blobs that was lost or is given up for the one here; see settleBlobHome. */
  readonly blobsInsteadOf: string | undefined;
  /** Keys that rotate the templates, newest first; see TemplateKeys. */
  readonly templateKeys: readonly string[];
  /** Whether a sketch of the gallery is kept in memory; without it the database answers alone. */
  readonly galleryInMemory: boolean;
  /** IANA name; the machine's where none was set. */
  readonly timeZone: string;
  readonly trustProxy: boolean;
  readonly frameRetentionDays: number;
  readonly inference: { readonly workers: number | undefined; readonly threads: number | undefined };
  /** Where mails go and whom they come from; null: none are sent. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** Most megabytes that painting one portrait may take. */
  readonly studioMemoryMb: number;
  readonly logLevel: string;

  private constructor(e: z.output<typeof environment>) {
    this.port = e.PORT;
    this.host = e.HOST;
    this.dataDir = resolve(e.DATA_DIR);
    this.databaseUrl = e.DATABASE_URL;
    this.redisUrl = e.REDIS_URL;
    this.jobs = { run: e.RUN_JOBS, concurrency: e.JOB_CONCURRENCY };
    this.workerPort = e.WORKER_PORT;
    this.modelsDir = e.MODELS_DIR && resolve(e.MODELS_DIR);
    this.modelPack = e.MODEL_PACK;
    this.admin = { email: e.ROLLCALL_ADMIN_EMAIL, password: e.ROLLCALL_ADMIN_PASSWORD };
    this.secretKey = e.ROLLCALL_SECRET_KEY;
    this.blobs = e.BLOBS;
    this.blobsInsteadOf = e.BLOBS_INSTEAD_OF;
    this.templateKeys = e.ROLLCALL_TEMPLATE_KEYS ?? [];
    this.galleryInMemory = e.GALLERY_IN_MEMORY;
    this.timeZone = e.TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.trustProxy = e.TRUST_PROXY;
    this.frameRetentionDays = e.FRAME_RETENTION_DAYS;
    this.inference = { workers: e.INFERENCE_WORKERS, threads: e.INFERENCE_THREADS };
    this.mail = e.SMTP_URL && e.MAIL_FROM ? { smtpUrl: e.SMTP_URL, from: e.MAIL_FROM } : null;
    this.studioMemoryMb = e.STUDIO_MEMORY_MB;
    this.logLevel = e.LOG_LEVEL;
  }

  /** @throws StartupError that lists every variable that cannot be used and why. */
  static from(env: Record<string, string | undefined>): Config {
    // A line like `PORT=` in a compose file means unset, not zero.
    const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
    const parsed = environment.safeParse(set);
    if (parsed.success) return new Config(parsed.data);
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new StartupError(`The settings cannot be used: ${faults.join('; ')}.`);
  }
}
