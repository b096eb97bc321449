import { BadgeLedger } from '../src/badges/badge-ledger.js';
import { BadgeStage } from './support/badge-stage.js';

/** Whoever deletes a badge read it before a picture was hung up, and the other way round. */
describe('the ledger of badges, when one is deleted at this moment', () => {
  let stage: BadgeStage;
  let ledger: BadgeLedger;
  beforeAll(async () => {
    stage = await BadgeStage.open();
    ledger = stage.rollcall.app.get(BadgeLedger);
  });
  afterAll(() => stage.close());

  const aBadge = async () => ledger.find((await stage.aBadge('Gone Soon')).badgeId);

  it('removes the pictures that its row says by then', async () => {
    const badge = Object.assign(await aBadge(), { portraitId: null });
    await ledger.transaction((manager) => ledger.remove(manager, [badge]));
    await ledger.sweep();
    expect(await stage.picturesOfNobody()).toEqual([]);
  });

  it('hangs nothing up', async () => {
    const badge = await aBadge();
    await ledger.transaction((manager) => ledger.remove(manager, [badge]));
    const late = await ledger.store(Buffer.from('late'));
    const rest = { step: 1, losses: [], complete: true, likeness: null, finishedAt: null };
    const hung = ledger.transaction((manager) => ledger.hangUp(manager, badge, late, rest));
    await expect(hung).rejects.toMatchObject({ code: 'BADGE_NOT_FOUND' });
    await ledger.discard(late);
    await ledger.sweep();
    expect(await stage.picturesOfNobody()).toEqual([]);
  });
});
