import type { Readiness as ReadinessMessage } from '@rollcall/contracts';

/** One thing that must answer before this server may take requests. */
export interface ReadinessCheck {
  readonly name: string;
  /** Resolves when it answers, with what should be known all the same; rejects with a reason that one can act on. */
  check(): Promise<ReadinessNote>;
}
export type ReadinessNote = string | void;

export interface Answer {
  readonly ok: boolean;
  /** Why not, or what is wrong though it answers. */
  readonly detail?: string;
}

/** The features' checks, registered as their modules start. */
export class Readiness {
  private readonly checks: ReadinessCheck[] = [];

  register(check: ReadinessCheck): void {
    this.checks.push(check);
  }

  async ask(timeoutMs = 3_000): Promise<Record<string, Answer>> {
    const answers = await Promise.all(this.checks.map((each) => answer(each, timeoutMs)));
    return Object.fromEntries<Answer>(answers);
  }

  /** All answers in one, as they are told. */
  async report(): Promise<{ ok: boolean; body: ReadinessMessage }> {
    const checks = await this.ask();
    const ok = Object.values(checks).every((check) => check.ok);
    return { ok, body: { status: ok ? 'ok' : 'unavailable', checks } };
  }
}

async function answer(each: ReadinessCheck, timeoutMs: number): Promise<[string, Answer]> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs);
  });
  try {
    const detail = await Promise.race([each.check(), tooLate]);
    return [each.name, { ok: true, ...(detail && { detail }) }];
  } catch (error) {
    return [each.name, { ok: false, detail: (error as Error).message }];
  } finally {
    clearTimeout(timer);
  }
}
