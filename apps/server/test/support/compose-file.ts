import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const DOCKER = join(__dirname, '../../../../docker');

export interface Service {
  readonly image?: string;
  readonly extends?: { readonly file: string; readonly service: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly restart?: string;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: unknown;
  readonly command?: readonly string[];
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, null>>;
}

export const read = (name: string): string => readFileSync(join(DOCKER, name), 'utf8');

/** A compose file with what its services extend put in, as compose does it; `${...}` stands as it was written. */
export function composeFile(name: string): ComposeFile {
  const file = parsed(name);
  const services = Object.entries(file.services).map(([each, service]) => [each, extended(service)] as const);
  return { ...file, services: Object.fromEntries(services) };
}

const parsed = (name: string) => parse(read(name), { merge: true }) as ComposeFile;

function extended({ extends: base, ...own }: Service): Service {
  if (!base) return own;
  const from = extended(parsed(base.file).services[base.service]!);
  return { ...from, ...own, environment: { ...from.environment, ...own.environment } };
}

/** What compose makes of `${NAME}`, `${NAME:-default}` and `${NAME:?message}`. @throws Error with the message */
export function interpolated(text: string, environment: Readonly<Record<string, string>>): string {
  return text.replace(REFERENCE, (_, name: string, kind: string | undefined, rest: string | undefined) => {
    const value = environment[name];
    if (value) return value;
    if (kind === '?') throw new Error(rest);
    return rest ?? '';
  });
}

/** Name, `-` or `?`, and what stands behind it. */
export const REFERENCE = /\$\{(\w+)(?::([-?])([^}]*))?\}/g;
