import type { RosterLine } from '@rollcall/roster';

/** What one request takes at most. */
export interface PortionLimits {
  readonly people: number;
  readonly photos: number;
  readonly bytes: number;
  readonly photosPerPerson: number;
}

/** A person of the list, with the photos to be sent. */
export interface PersonWithPhotos {
  readonly line: RosterLine;
  readonly photos: readonly string[];
}

/** What goes into one request. */
export interface Portion {
  readonly people: readonly PersonWithPhotos[];
  /** True where an earlier portion has brought this one person, and these are more of their photos. */
  readonly continued: boolean;
}

/**
 * Cuts a list into portions that fit into one request each, in its order. Whoever has more photos than that gets
 * portions of their own.
 */
export function* portionsOf(
  people: Iterable<PersonWithPhotos>,
  sizes: ReadonlyMap<string, number>,
  limits: PortionLimits,
): Generator<Portion> {
  let gathered: PersonWithPhotos[] = [];
  let photos = 0;
  let bytes = 0;
  for (const person of people) {
    const [first, ...more] = cut(person, sizes, limits);
    const size = bytesOf(first!, sizes);
    const full = isFull(gathered.length + 1, photos + first!.photos.length, bytes + size, limits);
    if (gathered.length > 0 && (full || more.length > 0)) {
      yield { people: gathered, continued: false };
      gathered = [];
      photos = 0;
      bytes = 0;
    }
    gathered.push(first!);
    photos += first!.photos.length;
    bytes += size;
    if (more.length === 0) continue;
    yield { people: gathered, continued: false };
    for (const rest of more) yield { people: [rest], continued: true };
    gathered = [];
    photos = 0;
    bytes = 0;
  }
  if (gathered.length > 0) yield { people: gathered, continued: false };
}

const isFull = (people: number, photos: number, bytes: number, limits: PortionLimits) =>
  people > limits.people || photos > limits.photos || bytes > limits.bytes;

/** One person's photos in as many parts as they need; at least one, though it be without photos. */
function cut(
  { line, photos }: PersonWithPhotos,
  sizes: ReadonlyMap<string, number>,
  limits: PortionLimits,
): PersonWithPhotos[] {
  const parts: string[][] = [[]];
  let bytes = 0;
  for (const photo of photos) {
    const size = sizes.get(photo)!;
    const part = parts.at(-1)!;
    if (part.length > 0 && (part.length >= limits.photosPerPerson || bytes + size > limits.bytes)) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)!.push(photo);
    bytes += size;
  }
  return parts.map((part) => ({ line, photos: part }));
}

const bytesOf = ({ photos }: PersonWithPhotos, sizes: ReadonlyMap<string, number>) =>
  photos.reduce((sum, photo) => sum + sizes.get(photo)!, 0);
