import type { RosterLine } from '@rollcall/roster';
import { portionsOf, type PersonWithPhotos } from './portions.js';

const LIMITS = { people: 3, photos: 6, bytes: 100, photosPerPerson: 4 };
/** Photos are named by their size, so that the test can be read. */
const person = (employeeNo: string, ...sizes: number[]): PersonWithPhotos => ({
  line: { line: Number(employeeNo), cells: { employeeNo } } satisfies RosterLine,
  photos: sizes.map((size, i) => `${employeeNo}/${i}: ${size}`),
});
const sizeOf = (photo: string) => Number(photo.split(': ')[1]);
function portions(...people: PersonWithPhotos[]) {
  const sizes = new Map(
    people.flatMap(({ photos }) => photos.map((photo) => [photo, sizeOf(photo)] as const)),
  );
  return [...portionsOf(people, sizes, LIMITS)].map(({ people: inside, continued }) => {
    const bytes = inside.flatMap(({ photos }) => photos).reduce((sum, photo) => sum + sizeOf(photo), 0);
    const who = inside.map(({ line, photos }) => `${line.cells.employeeNo}x${photos.length}`).join(' ');
    return `${who} (${bytes})${continued ? ' more' : ''}`;
  });
}

describe('portions of a list', () => {
  it('have so many people at most', () => {
    expect(portions(person('1'), person('2'), person('3'), person('4'))).toEqual([
      '1x0 2x0 3x0 (0)',
      '4x0 (0)',
    ]);
  });

  it('have so many bytes at most', () => {
    const list = [person('1', 60), person('2', 40), person('3', 1), person('4', 99), person('5', 1)];
    expect(portions(...list)).toEqual(['1x1 2x1 (100)', '3x1 4x1 (100)', '5x1 (1)']);
  });

  it('have so many photos at most', () => {
    const list = [person('1', 1, 1, 1, 1), person('2', 1, 1), person('3', 1)];
    expect(portions(...list)).toEqual(['1x4 2x2 (6)', '3x1 (1)']);
  });

  it('split whoever has more photos than one takes, and nobody else comes along', () => {
    expect(portions(person('1', 10), person('2', 60, 40, 50, 50, 1), person('3', 10))).toEqual([
      '1x1 (10)',
      '2x2 (100)',
      '2x2 (100) more',
      '2x1 (1) more',
      '3x1 (10)',
    ]);
    expect(portions(person('1', 1, 1, 1, 1, 1))).toEqual(['1x4 (4)', '1x1 (1) more']);
  });

  it('send a photo that is larger than a portion by itself', () => {
    expect(portions(person('1', 200, 5))).toEqual(['1x1 (200)', '1x1 (5) more']);
  });

  it('are none of nobody', () => expect(portions()).toEqual([]));
});
