import { createHash } from 'node:crypto';
import { CHAIN_START, linkHash, type Link } from './chain.js';

const link: Link = {
  id: 1,
  at: new Date('2026-03-02T07:00:00.000Z'),
  actor: 'user:1',
  action: 'person.erase',
  subject: 'person:2',
  details: { templates: 2, photos: 1, deep: { b: [1, { d: 1, c: 2 }], a: null } },
};

describe('the hash of an audit entry', () => {
  it('is SHA-256 over the one before and a fixed text of the entry', () => {
    const plain = { ...link, details: {} };
    const text = '[1,"2026-03-02T07:00:00.000Z","user:1","person.erase","person:2",[]]';
    expect(linkHash(CHAIN_START, plain)).toBe(
      createHash('sha256')
        .update(CHAIN_START + text)
        .digest('hex'),
    );
  });

  it('does not depend on the order in which the details are kept', () => {
    const details = { deep: { a: null, b: [1, { c: 2, d: 1 }] }, photos: 1, templates: 2 };
    expect(linkHash(CHAIN_START, { ...link, details })).toBe(linkHash(CHAIN_START, link));
  });

  it('does not depend on what is undefined, which no database keeps', () => {
    const details = { ...link.details, none: undefined };
    expect(linkHash(CHAIN_START, { ...link, details })).toBe(linkHash(CHAIN_START, link));
  });

  it.each<[string, Partial<Link>]>([
    ['id', { id: 2 }],
    ['at', { at: new Date('2026-03-02T07:00:00.001Z') }],
    ['actor', { actor: 'user:2' }],
    ['action', { action: 'person.update' }],
    ['subject', { subject: null }],
    ['a detail', { details: { ...link.details, photos: 2 } }],
    ['the order of a list', { details: { ...link.details, deep: { b: [{ d: 1, c: 2 }, 1], a: null } } }],
    ['a number for a text', { details: { ...link.details, photos: '1' } }],
    ['null for nothing', { details: { ...link.details, more: null } }],
  ])('changes with %s', (_, change) => {
    expect(linkHash(CHAIN_START, { ...link, ...change })).not.toBe(linkHash(CHAIN_START, link));
  });

  it('changes with the entry before', () => {
    const before = linkHash(CHAIN_START, link);
    expect(linkHash(before, link)).not.toBe(before);
  });
});
