import { photoOwners, repeatedLines, type Roster, type RosterLine } from '@rollcall/roster';
import type { PersonWithPhotos } from './portions.js';
import type { RollUp } from './roll-up.js';

const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
const MISSING = 'The list names this photo, but there is no file of this name.';
const TOO_LARGE = 'The picture is larger than 20 MB. Send a smaller one.';

/** Who is to be sent with which photos. What the server would refuse whatever else it gets is refused here. */
export function sortOut(
  roster: Roster,
  sizes: ReadonlyMap<string, number>,
  rollUp: RollUp,
): { people: PersonWithPhotos[]; unused: readonly string[] } {
  const { filesOf, missingOf, unused } = photoOwners(roster, [...sizes.keys()]);
  const repeated = repeatedLines(roster.lines);
  const people: PersonWithPhotos[] = [];
  for (const line of roster.lines) {
    const refuse = (photo: string, code: string, reason: string) =>
      rollUp.refusePhoto({ ...who(line), photo, code, reason });
    const fault = faultOf(line, repeated.get(line));
    const files = filesOf.get(line) ?? [];
    for (const name of missingOf.get(line) ?? []) refuse(name, 'PHOTO_MISSING', MISSING);
    if (fault) {
      rollUp.refuseLine(who(line), fault.code, fault.reason);
      for (const file of files) refuse(file, fault.code, 'Its line was not taken.');
      continue;
    }
    const [large, photos] = partition(files, (file) => sizes.get(file)! > MAX_PHOTO_BYTES);
    for (const file of large) refuse(file, 'IMAGE_TOO_LARGE', TOO_LARGE);
    people.push({ line, photos });
  }
  return { people, unused };
}

function faultOf({ fault }: RosterLine, first: number | undefined) {
  if (fault !== undefined) return { code: 'ROW_INVALID', reason: fault };
  if (first === undefined) return null;
  return { code: 'EMPLOYEE_NO_REPEATED', reason: `Line ${first} has the same employee number.` };
}

function partition<T>(all: readonly T[], test: (each: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((each) => !test(each))];
}

const who = ({ line, cells }: RosterLine) => ({
  line,
  employeeNo: cells.employeeNo ?? '',
  name: cells.name ?? '',
});
