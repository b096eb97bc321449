import { checkInPage, type CheckInRecord, type DayPunch } from '@rollcall/contracts';
import { useQuery } from '@tanstack/react-query';
import { request } from '../../../api/client.js';

const MOST = 200;

/** The check-ins that some punches of somebody came from, by their ids. */
export function useCheckInsOf(personId: string, punches: DayPunch[]) {
  const seen = punches
    .filter(({ checkInId }) => checkInId !== null)
    .map(({ at }) => at)
    .sort();
  const [from, last] = [seen[0], seen.at(-1)];
  return useQuery({
    queryKey: ['check-ins', 'of', personId, from, last],
    enabled: seen.length > 0,
    queryFn: async () => {
      const to = new Date(Date.parse(last ?? '') + 1).toISOString();
      const query = { personId, from, to, limit: MOST };
      const { items } = await request('/check-ins', { schema: checkInPage, query });
      return new Map<string, CheckInRecord>(items.map((record) => [record.id, record]));
    },
  });
}
