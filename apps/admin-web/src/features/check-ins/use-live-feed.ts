import { checkInRecord } from '@rollcall/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { API } from '../../api/client.js';
import { feedKey, prependToFeed, summaryKey } from './check-ins.queries.js';

const RETRY_MS = 5_000;
const SUMMARY_PAUSE_MS = 800;

export type LiveState = 'connecting' | 'live' | 'interrupted';

/** Follows the server's stream of check-ins for as long as the page is open. */
export function useLiveFeed(): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  const summaryTimer = useRef<number>(undefined);

  useEffect(() => {
    let source: EventSource;
    let retry: number | undefined;
    let wasLost = false;
    const connect = () => {
      source = new EventSource(`${API}/check-ins/stream`);
      source.addEventListener('open', () => {
        setState('live');
        // What happened while the line was down is in the list, not in the stream.
        if (wasLost) void client.invalidateQueries({ queryKey: feedKey });
        wasLost = false;
      });
      source.addEventListener('check-in', (event: MessageEvent<string>) => {
        const record = checkInRecord.safeParse(JSON.parse(event.data));
        if (record.success) prependToFeed(client, record.data);
        window.clearTimeout(summaryTimer.current);
        summaryTimer.current = window.setTimeout(
          () => void client.invalidateQueries({ queryKey: summaryKey }),
          SUMMARY_PAUSE_MS,
        );
      });
      source.addEventListener('error', () => {
        setState('interrupted');
        wasLost = true;
        if (source.readyState === EventSource.CLOSED) retry = window.setTimeout(connect, RETRY_MS);
      });
    };
    connect();
    return () => {
      source.close();
      window.clearTimeout(retry);
      window.clearTimeout(summaryTimer.current);
    };
  }, [client]);

  return state;
}
