import { csvOf } from './save-file.js';

describe('a csv', () => {
  it('quotes what would break a line or a column', () => {
    expect(csvOf([['a,b', 'say "hi"', 'two\nlines', null, 3]])).toBe(
      '"a,b","say ""hi""","two\nlines",,3\r\n',
    );
  });

  it.each(['=1+1', '+49', '-x', '@me'])('keeps %s a text in a spreadsheet', (name) => {
    expect(csvOf([[name]])).toBe(`'${name}\r\n`);
  });
});
