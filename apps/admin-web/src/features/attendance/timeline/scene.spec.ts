import { anAccount } from '../../../testing/attendance-samples.js';
import { rowsOf, sceneOf, ticksOf } from './scene.js';

const at = (time: string) => Date.parse(`2026-03-02T${time}:00Z`);

describe('what a timeline draws', () => {
  it('is the shift, who was there, and what was missed', () => {
    const scene = sceneOf(anAccount());
    expect(scene).toMatchObject({
      range: { from: at('06:00'), to: at('19:00') },
      planned: [{ from: at('08:00'), to: at('17:00') }],
      presence: [{ from: at('08:20'), to: at('17:00') }],
      missed: [{ from: at('08:00'), to: at('08:20') }],
      grace: [
        { from: at('08:00'), to: at('08:10') },
        { from: at('16:50'), to: at('17:00') },
      ],
    });
  });

  it('is nothing on a day off without punches', () => {
    const { day } = anAccount();
    expect(sceneOf({ ...anAccount(), day: { ...day, punches: [] }, plan: [], presence: [] })).toBeNull();
  });

  it('has its hours on the clock of the site, also where clocks change', () => {
    const night = { from: Date.parse('2026-03-29T00:00:00Z'), to: Date.parse('2026-03-29T03:00:00Z') };
    expect(ticksOf(night, 'Europe/Berlin', 10).map(({ hour }) => hour)).toEqual([1, 3, 4, 5]);
    expect(ticksOf(night, 'Asia/Kolkata', 10).map(({ hour }) => hour)).toEqual([6, 7, 8]);
    const day = { from: at('00:00'), to: at('23:00') };
    expect(ticksOf(day, 'UTC', 8).map(({ hour }) => hour)).toEqual([0, 3, 6, 9, 12, 15, 18, 21]);
  });

  it('has no label lie over another', () => {
    expect(rowsOf([0, 20, 100, 110, 125], 40)).toEqual([0, 1, 0, 1, 2]);
  });
});
