import { NONE } from './row-store.js';

/** The people of one shard by number: their ids, whether they are active, and the first of their rows. */
export class PeopleTable {
  private readonly numbers = new Map<string, number>();
  private readonly ids: string[] = [];
  private readonly free: number[] = [];
  private active = new Uint8Array(64);
  private first = new Uint32Array(64);

  get size(): number {
    return this.numbers.size;
  }

  /** Bytes of the tables, without the ids. */
  get bytes(): number {
    return this.active.byteLength + this.first.byteLength;
  }

  find(personId: string): number | undefined {
    return this.numbers.get(personId);
  }

  /** The person's number; a free one, without rows, when the person is new. */
  enter(personId: string): number {
    const known = this.numbers.get(personId);
    if (known !== undefined) return known;
    const person = this.free.pop() ?? this.ids.length;
    if (person === this.first.length) this.grow();
    this.numbers.set(personId, person);
    this.ids[person] = personId;
    this.first[person] = NONE;
    return person;
  }

  forget(person: number): void {
    this.numbers.delete(this.ids[person]!);
    this.ids[person] = '';
    this.free.push(person);
  }

  id(person: number): string {
    return this.ids[person]!;
  }

  isActive(person: number): boolean {
    return this.active[person] === 1;
  }

  setActive(person: number, active: boolean): void {
    this.active[person] = active ? 1 : 0;
  }

  firstRow(person: number): number {
    return this.first[person]!;
  }

  setFirstRow(person: number, row: number): void {
    this.first[person] = row;
  }

  private grow(): void {
    const size = this.first.length * 2;
    const first = new Uint32Array(size);
    const active = new Uint8Array(size);
    first.set(this.first);
    active.set(this.active);
    this.first = first;
    this.active = active;
  }
}
