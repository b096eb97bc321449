import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Decided } from './deciding.js';
import type { Population } from './duties.js';
import { GalleryStage } from './gallery-stage.js';
import { mixedProbe, MIX } from './mixed-probes.js';
import { DECISIONS, oracleAnswers, type OracleAnswer } from './oracle-answers.js';
import { SyntheticPeople } from './synthetic-people.js';

const ORACLE = fileURLToPath(new URL('../../oracle/exact.py', import.meta.url));
const PORTION = 2_000;
const CLIENTS = 4;

/** How many decisions of the server are those of an exact comparison with everybody, by kind of probe. */
export interface KindResult {
  readonly probes: number;
  /** The same decision about the same person. */
  readonly agree: number;
  /** Among those whom the exact answer recognises: recognised as the same person. */
  readonly recall: number | null;
  readonly decisions: Readonly<Record<string, number>>;
  /** How many are who they should be, which the synthetic people know. */
  readonly rightPerson: number;
}

export interface DecisionsResult {
  readonly people: number;
  readonly templates: number;
  readonly probes: number;
  readonly threshold: number;
  readonly margin: number;
  readonly agree: number;
  readonly by: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, KindResult>>;
  /** Largest difference between the cosine that the server answered and the exact one. */
  readonly furthestCosine: number;
  readonly seconds: { readonly server: number; readonly oracle: number };
}

/** By what the server names people: its memory, or the database's index as long as that is beyond doubt. */
export type Way = 'memory' | 'index';

export interface DecisionsOrder {
  readonly population: Population;
  readonly probes: number;
  readonly way: Way;
  /** Interpreter with bench/oracle/requirements.txt. */
  readonly python: string;
}

/** Every probe is decided by the server and by numpy. */
export async function decisionsBench(
  server: string | undefined,
  { population, probes, way, python }: DecisionsOrder,
  say: (what: string) => void,
): Promise<DecisionsResult> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-oracle-'));
  const stage = await GalleryStage.open(server, population);
  try {
    say(`loading ${population.people} people`);
    await stage.load();
    const process = await stage.start(way === 'memory');
    if (way === 'index') await stage.keepIndexFrom(1);
    await process.tell(way === 'memory' ? 'fill' : 'buildIndex', undefined);
    const rule = await process.tell('rule', undefined);
    say(`deciding about ${probes} probes`);
    const started = performance.now();
    const decided: Decided[] = [];
    for (let from = 0; from < probes; from += PORTION) {
      const count = Math.min(PORTION, probes - from);
      decided.push(...(await process.tell('decide', { population, from, count, clients: CLIENTS })));
    }
    const serverSeconds = (performance.now() - started) / 1000;
    await process.stop();
    say('comparing with everybody');
    const asked = performance.now();
    writeVectors(folder, population, probes);
    const task = join(folder, 'task.json');
    const { dimension, perPerson, people } = population;
    writeFileSync(task, JSON.stringify({ folder, dimension, perPerson, ...rule }));
    execFileSync(python, [ORACLE, task], { stdio: ['ignore', 'inherit', 'inherit'] });
    const exact = oracleAnswers(readFileSync(join(folder, 'answers.bin')));
    const seconds = { server: serverSeconds, oracle: (performance.now() - asked) / 1000 };
    const compared = compare(
      decided,
      exact,
      new SyntheticPeople(population.seed, dimension, perPerson),
      people,
    );
    return { people, templates: people * perPerson, probes, ...rule, ...compared, seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await stage.close();
  }
}

/** As a model would give them; the server has them rotated. */
function writeVectors(folder: string, { seed, dimension, perPerson, people }: Population, probes: number) {
  const synthetic = new SyntheticPeople(seed, dimension, perPerson);
  writeAll(join(folder, 'templates.f32'), people, (person) => synthetic.templates(person));
  writeAll(join(folder, 'probes.f32'), probes, (n) => [mixedProbe(synthetic, n, people).embedding]);
}

function writeAll(path: string, count: number, made: (n: number) => Float32Array[]): void {
  const file = openSync(path, 'w');
  for (let n = 0; n < count; n++) for (const vector of made(n)) writeSync(file, vector);
  closeSync(file);
}

function compare(
  decided: readonly Decided[],
  exact: readonly OracleAnswer[],
  synthetic: SyntheticPeople,
  people: number,
) {
  const kinds: Record<string, KindTally> = Object.fromEntries(
    Object.keys(MIX).map((kind) => [kind, new KindTally()]),
  );
  const by: Record<string, number> = {};
  let furthestCosine = 0;
  decided.forEach((own, n) => {
    const truth = exact[n]!;
    const { kind, personId } = mixedProbe(synthetic, n, people);
    kinds[kind]!.count(own, truth, synthetic.idOf(truth.best), personId);
    by[own.by] = (by[own.by] ?? 0) + 1;
    furthestCosine = Math.max(furthestCosine, Math.abs(own.similarity - truth.first));
  });
  const tallied = Object.fromEntries(Object.entries(kinds).map(([kind, tally]) => [kind, tally.result()]));
  const agree = Object.values(tallied).reduce((sum, kind) => sum + kind.agree, 0);
  return { agree, by, kinds: tallied, furthestCosine };
}

class KindTally {
  private probes = 0;
  private agree = 0;
  private recognised = 0;
  private recalled = 0;
  private rightPerson = 0;
  private readonly decisions: Record<string, number> = {};

  count(own: Decided, truth: OracleAnswer, truePerson: string, probed: string | null): void {
    const decision = DECISIONS[truth.decision]!;
    const same = own.decision === decision && own.personId === truePerson;
    this.probes++;
    if (same) this.agree++;
    if (decision === 'matched') this.recognised++;
    if (decision === 'matched' && same) this.recalled++;
    if (probed !== null && own.personId === probed) this.rightPerson++;
    this.decisions[own.decision] = (this.decisions[own.decision] ?? 0) + 1;
  }

  result(): KindResult {
    const { probes, agree, decisions, rightPerson, recognised, recalled } = this;
    return { probes, agree, recall: recognised > 0 ? recalled / recognised : null, decisions, rightPerson };
  }
}
