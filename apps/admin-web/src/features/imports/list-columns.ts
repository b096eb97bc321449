/** The columns of an import list; the first two are needed. */
export const COLUMNS = [
  'employeeNo',
  'name',
  'email',
  'department',
  'site',
  'consentVersion',
  'consentGivenAt',
  'photos',
] as const;
export type Column = (typeof COLUMNS)[number];
const NEEDED: Column[] = ['employeeNo', 'name'];
const HEAD_BYTES = 4_096;

/** As the server compares the names of columns. */
const plain = (name: string) => name.replace(/[\s"_-]/g, '').toLowerCase();

/**
 * The needed columns that the first line of a list lacks; found here, nobody waits for an upload to hear of it. Of a
 * list that is not plain UTF-8 the server judges.
 */
export async function missingColumns(csv: Blob): Promise<Column[]> {
  const head = new TextDecoder().decode(await csv.slice(0, HEAD_BYTES).arrayBuffer());
  const [first = ''] = head.split(/\r?\n/, 1);
  if (/[\0\uFFFD]/.test(first)) return [];
  const present = first.split(/[,;\t]/).map(plain);
  return NEEDED.filter((column) => !present.includes(plain(column)));
}
