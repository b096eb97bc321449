import {
  checkInPage,
  checkInSummary,
  type CheckInRecord,
  type Decision,
  type Page,
} from '@rollcall/contracts';
import { useInfiniteQuery, useQuery, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { API, request } from '../../api/client.js';

export interface LogFilters {
  decision: Decision | null;
  deviceId: string | null;
  personId: string | null;
  from: string | null;
  to: string | null;
}
export const NO_FILTERS: LogFilters = {
  decision: null,
  deviceId: null,
  personId: null,
  from: null,
  to: null,
};

const FEED_PAGE = 30;
const FEED_LIMIT = 200;
export const feedKey = ['check-ins', 'feed'];
export const summaryKey = ['check-ins', 'summary'];

const pages = (queryKey: unknown[], query: Partial<LogFilters>, limit: number) => ({
  queryKey,
  initialPageParam: null as string | null,
  queryFn: ({ pageParam }: { pageParam: string | null }) =>
    request('/check-ins', { schema: checkInPage, query: { ...query, limit, cursor: pageParam } }),
  getNextPageParam: (page: Page<CheckInRecord>) => page.nextCursor,
});

export const useFeed = () => useInfiniteQuery(pages(feedKey, {}, FEED_PAGE));
export const useLog = (filters: LogFilters) =>
  useInfiniteQuery(pages(['check-ins', 'log', filters], filters, 50));
export const useRecentOf = (personId: string) =>
  useInfiniteQuery(pages(['check-ins', 'person', personId], { personId }, 10));

export const useSummary = () =>
  useQuery({
    queryKey: summaryKey,
    refetchInterval: 60_000,
    queryFn: () => request('/check-ins/summary', { schema: checkInSummary }),
  });

export const frameAddress = (id: string) => `${API}/check-ins/${id}/frame`;

/** Puts a streamed record on top of the feed; a record that is there already stays where it is. */
export function prependToFeed(client: QueryClient, record: CheckInRecord) {
  client.setQueryData<InfiniteData<Page<CheckInRecord>>>(feedKey, (feed) => {
    const [first, ...rest] = feed?.pages ?? [];
    if (!feed || !first) return feed;
    if (feed.pages.some((page) => page.items.some((item) => item.id === record.id))) return feed;
    return { ...feed, pages: [{ ...first, items: [record, ...first.items].slice(0, FEED_LIMIT) }, ...rest] };
  });
}
