import { problem } from '@rollcall/contracts';
import { ApiProblem } from './api-problem.js';

export const API = '/api/v1';

export interface Schema<T> {
  parse(data: unknown): T;
}
type Query = Record<string, string | number | boolean | null | undefined>;
interface Request<T> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  schema: Schema<T>;
  query?: Query;
  json?: unknown;
  form?: FormData;
  raw?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** For answers whose body carries nothing that a page needs. */
export const nothing: Schema<void> = { parse: () => undefined };

/** One fetch for every page: session cookie, JSON or form in, a parsed message out, `ApiProblem` on any failure. */
export async function request<T>(path: string, { schema, query, ...options }: Request<T>): Promise<T> {
  const answer = await send(`${API}${path}${search(query)}`, options);
  return read(schema, answer.status, await answer.text().catch(() => ''));
}

/** A picture or a document, where the answer is to be kept as a file. */
export async function requestFile(path: string): Promise<Blob> {
  const answer = await send(`${API}${path}`, {});
  if (!answer.ok) throw problemOf(answer.status, await answer.text().catch(() => ''));
  return answer.blob();
}

/** The parsed message of an answer, or the problem that it tells. */
export function read<T>(schema: Schema<T>, status: number, text: string): T {
  if (status < 200 || status > 299) throw problemOf(status, text);
  try {
    return schema.parse(text ? JSON.parse(text) : undefined);
  } catch (error) {
    throw new ApiProblem({ status, code: 'BAD_ANSWER', detail: String(error) });
  }
}

export const unreachable = () =>
  new ApiProblem({ status: 0, code: 'NETWORK', detail: 'The server cannot be reached.' });

async function send(
  url: string,
  { method = 'GET', json, form, raw, headers, signal }: Omit<Request<never>, 'schema'>,
) {
  const body = form ?? raw ?? (json === undefined ? undefined : JSON.stringify(json));
  const type = json === undefined ? raw?.type : 'application/json';
  try {
    return await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(type ? { 'content-type': type } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
}

function problemOf(status: number, text: string): ApiProblem {
  try {
    const parsed = problem.safeParse(JSON.parse(text));
    if (parsed.success) return new ApiProblem(parsed.data);
  } catch {
    // Not JSON: a proxy answered in the server's place.
  }
  return new ApiProblem({
    status,
    code: status >= 500 ? 'UNAVAILABLE' : 'UNEXPECTED',
    detail: `HTTP ${status}`,
  });
}

function search(query: Query = {}): string {
  const known = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return known.length === 0
    ? ''
    : `?${new URLSearchParams(known.map(([name, value]) => [name, String(value)]))}`;
}

/** A form with one file or field per entry. */
export function formOf(entries: Record<string, Blob | string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.append(name, value);
  return form;
}
