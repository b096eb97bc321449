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

/** The needed columns that the first line of a list lacks; found here, nobody waits for an upload to hear of it. */
export async function missingColumns(csv: Blob): Promise<Column[]> {
  const head = new TextDecoder().decode(await csv.slice(0, HEAD_BYTES).arrayBuffer());
  const [first = ''] = head.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const present = first.split(/[,;\t]/).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase());
  return NEEDED.filter((column) => !present.includes(column.toLowerCase()));
}
