import type { ReportLanguage } from '@rollcall/contracts';
import { DECLARATION, escaped } from './xml.js';

/** Places in `cellXfs` below. */
export const STYLE = {
  text: 0,
  heading: 1,
  date: 2,
  moment: 3,
  duration: 4,
  hours: 5,
  integer: 6,
  mark: 7,
  title: 8,
};

const FIRST_OWN_FORMAT = 164;
const DATES: Record<ReportLanguage, string> = { en: 'yyyy-mm-dd', 'zh-CN': 'yyyy"年"m"月"d"日"' };

/** Fonts, colours and number formats. Durations are days to Excel; `[h]` counts beyond twenty-four. */
export function stylesXml(lang: ReportLanguage): string {
  const formats = [DATES[lang], `${DATES[lang]} hh:mm`, '[h]:mm', '0.00', '0'];
  const numFmts = formats.map(
    (code, i) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + i}" formatCode="${escaped(code)}"/>`,
  );
  const numbers = formats.map(
    (_, i) =>
      `<xf numFmtId="${FIRST_OWN_FORMAT + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const aligned = (horizontal: string) =>
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="${horizontal}"/></xf>`;
  const cellXfs = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1"/>',
    ...numbers,
    aligned('right'),
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  ];
  return `${DECLARATION}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="${numFmts.length}">${numFmts.join('')}</numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9EEF5"/></patternFill></fill></fills>
<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF8A94A6"/></bottom><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${cellXfs.length}">${cellXfs.join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;
}
