import { readRoster, repeatedLines, RosterFault } from './index.js';

const read = (text: string, encoding: BufferEncoding = 'utf8') => readRoster(Buffer.from(text, encoding));
const faultOf = async (bytes: Buffer | string): Promise<RosterFault> => {
  const fault: unknown = await readRoster(Buffer.from(bytes as string)).catch((error: unknown) => error);
  if (!(fault instanceof RosterFault)) throw new Error('It was read.');
  return fault;
};
const people = [
  { line: 2, cells: { employeeNo: '17', name: 'Zoë Example' } },
  { line: 3, cells: { employeeNo: '18', name: 'Müller, Jan' } },
];

describe('a list of people', () => {
  it.each([
    ['commas', 'employeeNo,name\n17,Zoë Example\n18,"Müller, Jan"\n'],
    ['semicolons', 'employeeNo;name\n17;Zoë Example\n18;Müller, Jan\n'],
    ['tabs', 'employeeNo\tname\n17\tZoë Example\n18\tMüller, Jan\n'],
    ['CRLF', 'employeeNo,name\r\n17,Zoë Example\r\n18,"Müller, Jan"\r\n'],
    ['a byte order mark', '\ufeffemployeeNo,name\n17,Zoë Example\n18,"Müller, Jan"\n'],
    ['no newline at its end', 'employeeNo,name\n17,Zoë Example\n18,"Müller, Jan"'],
    ['other columns, in another order', 'Name,Room,EMPLOYEE_NO\nZoë Example,1,17\n"Müller, Jan",2,18\n'],
    ['spaces around', ' employee no , name\n 17 , Zoë Example\n 18 ,"Müller, Jan"\n'],
    ['empty cells', 'employeeNo,name,email\n17,Zoë Example,\n18,"Müller, Jan"\n'],
  ])('is read with %s', async (_, text) => {
    expect(await read(text)).toEqual({ lines: people, namesPhotos: false });
  });

  it('counts lines as an editor does, over empty lines and quoted line breaks', async () => {
    const { lines } = await read('employeeNo,name\r\n\r\n1,"A\r\nB"\r\n,\r\n2,"say ""hi"""\r\n3,C');
    expect(lines).toEqual([
      { line: 3, cells: { employeeNo: '1', name: 'A\r\nB' } },
      { line: 6, cells: { employeeNo: '2', name: 'say "hi"' } },
      { line: 7, cells: { employeeNo: '3', name: 'C' } },
    ]);
  });

  it('says which line has a column too many', async () => {
    const { lines } = await read('employeeNo,name\n17,Example, Zoë\n18,Jan,\n');
    expect(lines[0]!.fault).toMatch('3 columns, the header 2');
    expect(lines[1]!.fault).toBeUndefined();
  });

  it.each([
    ['', 1, /empty/],
    ['\n\n', 1, /empty/],
    ['employeeNo,name\n', 2, /Nobody/],
    ['17,Zoë\n18,Jan\n', 1, /does not name the column employeeNo and name/],
    ['employeeNo\n17\n', 1, /does not name the column name/],
    ['employeeNo,name,Name\n17,a,b\n', 1, /name stands there twice/],
    ['employeeNo,name\n17,"Zoë\n18,Jan\n', 3, /never closed/],
    ['employeeNo,name\n17,Zoë\n18,"Jan" M\n', 3, /quotation mark/],
  ])('%j is refused at its line', async (text, line, reason) => {
    const fault = await faultOf(text);
    expect(fault.line).toBe(line);
    expect(fault.reason).toMatch(reason);
  });

  it('is refused in another encoding, with the line', async () => {
    const latin = Buffer.concat([Buffer.from('employeeNo,name\n17,Jan\n18,Zo'), Buffer.of(0xeb, 0x0a)]);
    expect(await faultOf(latin)).toMatchObject({ line: 3, reason: expect.stringMatching('UTF-8') });
    expect((await faultOf(Buffer.from('employeeNo,name\n17,Jan', 'utf16le'))).reason).toMatch('UTF-16');
  });

  it('is refused when it is longer than asked for', async () => {
    const text = `employeeNo,name\n${'1,A\n'.repeat(5)}`;
    await expect(readRoster(Buffer.from(text), 4)).rejects.toMatchObject({ line: 6 });
    expect((await readRoster(Buffer.from(text), 5)).lines).toHaveLength(5);
  });

  it('knows which lines repeat a number', async () => {
    const { lines } = await read('employeeNo,name\n1,A\n2,B\n1,C\n,D\n,E\n');
    expect([...repeatedLines(lines)].map(([line, first]) => [line.line, first])).toEqual([[4, 2]]);
  });
});
