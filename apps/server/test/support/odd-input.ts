export const LONG = 'x'.repeat(10_000);
const DEEP = '['.repeat(20_000) + ']'.repeat(20_000);

/** Bodies that fit no message, as they would go over the wire. */
export const ODD_BODIES: [name: string, body: string][] = [
  ['nothing', ''],
  ['null', 'null'],
  ['a text', '"text"'],
  ['a number', '12'],
  ['an array', '[]'],
  ['an array of messages', '[{"name":"a","timeZone":"UTC"}]'],
  ['malformed JSON', '{"name": '],
  ['a trailing comma', '{"name":"x",}'],
  ['nested arrays', DEEP],
  ['a nested object', '{"name":{"name":{"name":"x"}}}'],
  ['a number that is none', '{"name":1e999}'],
  ['another prototype', '{"__proto__":{"name":"x"},"constructor":{"prototype":{}}}'],
  ['a megabyte', JSON.stringify({ name: 'x'.repeat(2 ** 20) })],
];

const boundary = { 'Content-Type': 'multipart/form-data; boundary=b' };
const part = (head: string, body = 'x') =>
  `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
/** Multipart bodies that no form sends, with their headers. */
export const ODD_MULTIPART: [string, string, Record<string, string>][] = [
  ['without a boundary', part('name="photo"; filename="a"'), { 'Content-Type': 'multipart/form-data' }],
  ['that ends in the middle', part('name="photo"; filename="a"'), boundary],
  ['that is empty', '', boundary],
  ['without a part', '--b--\r\n', boundary],
  ['without a name', `${part('filename="a"')}--b--\r\n`, boundary],
  ['with a strange name', `${part('name="__proto__"; filename="a"')}--b--\r\n`, boundary],
  [
    'with a field in its place',
    `${part('name="photo"')}${part('name="frame"')}${part('name="image"')}--b--\r\n`,
    boundary,
  ],
  ['that is no multipart', 'just text', boundary],
  ['with a field too long', `${part('name="note"', LONG)}--b--\r\n`, boundary],
  ['with too many fields', `${part('name="note"').repeat(20)}--b--\r\n`, boundary],
];

/** Parameters of lists and paths that no client was ever given. */
export const ODD_ADDRESSES = [
  '/people?search=%00',
  '/people?search=a&search=b',
  `/people?search=${LONG.slice(0, 201)}`,
  '/people?siteId=x',
  '/people?status=gone',
  '/people?limit=-1',
  '/people?limit=1e9',
  '/people?limit=',
  '/people?cursor=%00',
  `/people?cursor=${Buffer.from("' OR 1=1").toString('base64url')}`,
  '/audit?actor=%00',
  '/audit?action=a%00b',
  '/audit?from=%00',
  '/audit?cursor=1%00',
  '/check-ins?from=2026-02-30T00:00:00Z',
  '/check-ins?decision=%00',
  '/check-ins?personId=1&personId=2',
  '/users?cursor=x',
  '/devices?limit=0',
  '/sites?limit=many',
  '/people/%00',
  '/people/%E0%A4%A',
  '/people/..%2f..%2fetc%2fpasswd',
  `/people/${LONG}`,
  '/people/1/faces/2/photo',
];
