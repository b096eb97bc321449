import { Leaders } from './leaders.js';
import { PeopleTable } from './people-table.js';
import { Probe } from './probe.js';
import { unitLength } from './quantization.js';
import { NONE, RowStore } from './row-store.js';
import { NearestSigns } from './nearest-signs.js';
import { checkShape, type TemplateBatch } from './template-batch.js';

/** How many people the sign bits pick for the codes to look at: sketch-pool.ts says what that finds. */
export const PICKED_BY_SIGNS = 256;
/** No answer names more people. */
export const MOST_PEOPLE = 64;

/** Whom a search looks for. */
export interface ShardQuestion {
  /** A unit vector. */
  readonly probe: Float32Array;
  /** How many of the nearest people are wanted. */
  readonly limit: number;
  readonly inactiveToo: boolean;
  readonly exceptPersonId: string | null;
}

/** A person who may be among the nearest: the cosine of the best template is `similarity`, give or take `error`. */
export interface SketchedPerson {
  readonly personId: string;
  readonly similarity: number;
  readonly error: number;
}

/** What a search found. */
export interface Contenders {
  /** Best first, at most `MOST_PEOPLE`. */
  readonly people: SketchedPerson[];
  /** False where more people than that are too alike to say who is nearest. */
  readonly complete: boolean;
}

/**
 * One shard of the gallery: small copies of people's templates, and the two ways to search them. Single-threaded; its
 * methods run to their end before the next one begins.
 *
 * A template x is kept as x' (bytes and a scale) with the length of x - x'. For a probe q, kept as q', the exact cosine
 * then differs from that of the copies by at most ||x - x'|| ||q'|| + ||q - q'|| (Cauchy-Schwarz), which is what `error`
 * says and what the thorough search rests on.
 */
export class Sketch {
  private readonly people = new PeopleTable();
  private readonly store: RowStore;

  /** @param mostPages pages of 64 KiB that the memory may grow to */
  constructor(compiled: WebAssembly.Module, dimension: number, mostPages?: number) {
    this.store = new RowStore(compiled, dimension, mostPages);
  }

  /** How much it holds; `bytes` without the ids of the people, room for growth included. */
  get holds(): { templates: number; people: number; bytes: number } {
    const { store, people } = this;
    return { templates: store.rows, people: people.size, bytes: store.bytes + people.bytes };
  }

  /**
   * Replaces everything that is known of these people.
   *
   * @throws {RangeError} when the batch is malformed; then nothing has changed
   * @throws {NotUnitVector} when a vector's length is not 1; then nothing has changed
   * @throws {SketchFull} when there is no room; then nothing has changed
   */
  replace(batch: TemplateBatch): void {
    const { dimension } = this.store;
    checkShape(batch, dimension);
    const templates = batch.vectors.length / dimension;
    const vector = (row: number) => batch.vectors.subarray(row * dimension, (row + 1) * dimension);
    for (let row = 0; row < templates; row++) unitLength(vector(row));
    this.store.reserve(templates);
    let row = 0;
    batch.personIds.forEach((personId, i) => {
      this.forget(personId);
      const end = row + batch.rows[i]!;
      if (row === end) return;
      const person = this.people.enter(personId);
      this.people.setActive(person, batch.active[i]!);
      for (; row < end; row++) this.addRow(person, vector(row));
    });
  }

  /** Everyone who may be among the `limit` nearest, proven by looking at every template. Best first. */
  searchAll(question: ShardQuestion): Contenders {
    const { store } = this;
    const probe = new Probe(store, question.probe);
    const leaders = new Leaders(question.limit);
    const eligible = this.eligible(question);
    for (let start = 0; start < store.rows; start += store.rowsPerBlock) {
      const found = probe.scanCodes(start, leaders.cutoff);
      for (let i = 0; i < found; i++) {
        const row = start + probe.foundRow(i);
        const person = store.owner(row);
        if (eligible(person))
          leaders.meet(person, probe.similarity(row, probe.foundScore(i)), probe.error(row));
      }
    }
    return this.named(leaders);
  }

  /** The same among the people whose sign bits are nearest: many times faster, and not proven. */
  searchBySigns(question: ShardQuestion): Contenders {
    const { store, people } = this;
    const probe = new Probe(store, question.probe);
    const nearest = new NearestSigns(PICKED_BY_SIGNS, store.dimension);
    const eligible = this.eligible(question);
    for (let start = 0; start < store.rows; start += store.rowsPerBlock) {
      const found = probe.scanSigns(start, nearest.cutoff);
      for (let i = 0; i < found; i++) {
        const person = store.owner(start + probe.foundRow(i));
        if (eligible(person)) nearest.meet(person, probe.foundScore(i));
      }
    }
    const leaders = new Leaders(question.limit);
    for (const person of nearest.picked()) {
      for (let row = people.firstRow(person); row !== NONE; row = store.next(row))
        leaders.meet(person, probe.similarity(row, probe.dot(row)), probe.error(row));
    }
    return this.named(leaders);
  }

  private eligible({ inactiveToo, exceptPersonId }: ShardQuestion): (person: number) => boolean {
    const except = exceptPersonId === null ? undefined : this.people.find(exceptPersonId);
    return (person) => person !== except && (inactiveToo || this.people.isActive(person));
  }

  private named(leaders: Leaders): Contenders {
    const standings = leaders.contenders().sort((a, b) => b.low + b.high - (a.low + a.high));
    const people = standings.slice(0, MOST_PEOPLE).map(({ person, low, high }) => ({
      personId: this.people.id(person),
      similarity: (low + high) / 2,
      error: (high - low) / 2,
    }));
    return { people, complete: standings.length <= MOST_PEOPLE };
  }

  private addRow(person: number, vector: Float32Array): void {
    const row = this.store.add(vector, person, this.people.firstRow(person));
    this.people.setFirstRow(person, row);
  }

  private forget(personId: string): void {
    const { people, store } = this;
    const person = people.find(personId);
    if (person === undefined) return;
    for (let row = people.firstRow(person); row !== NONE; row = people.firstRow(person)) {
      people.setFirstRow(person, store.next(row));
      const moved = store.fill(row);
      if (moved !== row) this.relink(moved, row);
    }
    people.forget(person);
  }

  /** The last row lies elsewhere now: whoever pointed to it is told. */
  private relink(from: number, to: number): void {
    const { people, store } = this;
    const person = store.owner(to);
    if (people.firstRow(person) === from) return people.setFirstRow(person, to);
    let before = people.firstRow(person);
    while (store.next(before) !== from) before = store.next(before);
    store.setNext(before, to);
  }
}
