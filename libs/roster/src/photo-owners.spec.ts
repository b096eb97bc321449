import { isClutter, photoOwners, readRoster } from './index.js';

async function whose(csv: string, paths: string[]) {
  const owners = photoOwners(await readRoster(Buffer.from(csv)), paths);
  const byNumber = (map: ReadonlyMap<{ cells: { employeeNo?: string } }, readonly string[]>) =>
    Object.fromEntries([...map].map(([line, names]) => [line.cells.employeeNo, names])) as object;
  return { files: byNumber(owners.filesOf), missing: byNumber(owners.missingOf), unused: owners.unused };
}
const numbers = (...list: string[]) => `employeeNo,name\n${list.map((no) => `${no},Somebody`).join('\n')}`;

describe('whose photo it is', () => {
  it('says its name: the number, perhaps with a count behind it', async () => {
    const paths = [
      '17.jpg',
      '17_2.JPG',
      '17-3.png',
      'e-1.jpeg',
      'some/folder/17.webp',
      '170.jpg',
      '17_front.jpg',
    ];
    expect(await whose(numbers('17', 'E-1'), paths)).toEqual({
      files: { '17': ['17.jpg', '17_2.JPG', '17-3.png', 'some/folder/17.webp'], 'E-1': ['e-1.jpeg'] },
      missing: {},
      unused: ['170.jpg', '17_front.jpg'],
    });
  });

  it('says its folder, whatever the file is called', async () => {
    const paths = ['17/1.jpg', 'team/E-1/anything at all.jpg', '17/e-1/x.jpg', 'team/y.jpg'];
    expect(await whose(numbers('1', '17', 'E-1'), paths)).toMatchObject({
      files: { '17': ['17/1.jpg'], 'E-1': ['team/E-1/anything at all.jpg', '17/e-1/x.jpg'] },
      unused: ['team/y.jpg'],
    });
  });

  it('belongs to the longer number where two fit', async () => {
    const { files } = await whose(numbers('12', '12-2'), ['12-2.jpg', '12-3.jpg', '12-2_1.jpg']);
    expect(files).toEqual({ '12-2': ['12-2.jpg', '12-2_1.jpg'], '12': ['12-3.jpg'] });
  });

  it('is one person whether an accent is one character or two', async () => {
    expect((await whose(numbers('zo\u00eb'), ['ZOE\u0308.jpg'])).files).toEqual({
      'zo\u00eb': ['ZOE\u0308.jpg'],
    });
  });

  it('says the column photos, where there is one, and nothing else', async () => {
    const csv = 'employeeNo;name;photos\n17;A;"a.jpg; B.JPG;a.jpg;gone.jpg"\n18;B;in/same.jpg\n19;C;\n';
    const paths = ['a.jpg', 'deep/b.jpg', 'in/same.jpg', 'out/same.jpg', '19.jpg'];
    expect(await whose(csv, paths)).toEqual({
      files: { '17': ['a.jpg', 'deep/b.jpg'], '18': ['in/same.jpg'] },
      missing: { '17': ['gone.jpg'] },
      unused: ['out/same.jpg', '19.jpg'],
    });
  });

  it('is not what an operating system left', () => {
    const paths = ['.DS_Store', '__MACOSX/17.jpg', 'a/._17.jpg', 'a/Thumbs.db', '17.jpg', 'a/17.jpg'];
    expect(paths.filter(isClutter)).toEqual(paths.slice(0, 4));
  });
});
