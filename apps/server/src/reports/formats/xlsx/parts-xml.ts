import { DECLARATION, escaped } from './xml.js';

/** A sheet with its rows, or the last one that says what the others are. */
export interface Sheet {
  readonly name: string;
  /** Of its filter; null where it has none. */
  readonly lastColumn: string | null;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const sheetPath = (place: number) => `worksheets/sheet${place + 1}.xml`;

export const workbookXml = (sheets: readonly Sheet[]): string =>
  `${DECLARATION}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships">` +
  `<sheets>${sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets>` +
  `<definedNames>${sheets.map(titlesOnEveryPage).join('')}</definedNames></workbook>`;

/** The heading is printed again on every page. */
function titlesOnEveryPage({ name, lastColumn }: Sheet, place: number): string {
  if (lastColumn === null) return '';
  const sheet = escaped(`'${name.replaceAll("'", "''")}'`);
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">${sheet}!$1:$1</definedName>`;
}

export const workbookRelations = (sheets: readonly Sheet[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
  sheets
    .map(
      (_, i) =>
        `<Relationship Id="rId${i + 1}" Type="${OFFICE}/relationships/worksheet" Target="${sheetPath(i)}"/>`,
    )
    .join('') +
  `<Relationship Id="rIdStyles" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`;

export const packageRelations = (): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

export const contentTypes = (sheets: readonly Sheet[]): string =>
  `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  sheets
    .map((_, i) => `<Override PartName="/xl/${sheetPath(i)}" ContentType="${TYPES}.worksheet+xml"/>`)
    .join('') +
  '</Types>';

export const properties = (title: string, made: Date): string =>
  `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
  'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${escaped(title)}</dc:title><dc:creator>Rollcall</dc:creator>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${made.toISOString()}</dcterms:created></cp:coreProperties>`;
