import { Anchor, Badge, Card, Group, Stack, Text } from '@mantine/core';
import type { Correction, Leave, RequestStatus } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '../../ui/locale.js';
import { formatLocal, useMoments } from '../../ui/moments.js';
import { NumberedName } from '../people/numbered-name.js';
import { usePerson } from '../people/people.queries.js';
import { useActorName } from '../users/actor-name.js';
import { BeforeAfter } from './before-after.js';
import { Decision } from './decision.js';

const COLORS: Record<RequestStatus, string> = { requested: 'orange', approved: 'green', refused: 'gray' };

export type AnyRequest = { kind: 'correction'; request: Correction } | { kind: 'leave'; request: Leave };

/** Something that somebody asked for: about whom, what, why, and what was said to it. */
export function RequestCard({ kind, request, named = true }: AnyRequest & { named?: boolean }) {
  const { t } = useTranslation('requests');
  const actor = useActorName();
  const { ago } = useMoments();
  const person = usePerson(named ? request.personId : null);
  const name = person.data?.name ?? '…';
  const label = named ? `${t(`kind.${kind}`)}: ${name}` : t(`kind.${kind}`);
  return (
    <Card component="article" aria-label={label} padding="md">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            {named && (
              <Anchor component={Link} to={addressOf(request)} fw={650} c="inherit">
                {person.data ? <NumberedName {...person.data} /> : name}
              </Anchor>
            )}
            <Text c="dimmed">{t(`kind.${kind}`)}</Text>
          </Group>
          <Badge color={COLORS[request.status]}>{t(`status.${request.status}`)}</Badge>
        </Group>
        {kind === 'correction' ? <CorrectionText request={request} /> : <LeaveText request={request} />}
        {request.reason && <Text fz="sm">{t('reasonText', { reason: request.reason })}</Text>}
        <Text fz="xs" c="dimmed">
          {t('by', { name: actor(request.requestedBy) })} · {ago(request.createdAt)}
          {request.decidedBy &&
            ` · ${t('decided', { status: t(`status.${request.status}`), name: actor(request.decidedBy) })}`}
        </Text>
        {request.note && <Text fz="sm">{t('noteText', { note: request.note })}</Text>}
        <Decision kind={kind} request={request} />
      </Stack>
    </Card>
  );
}

const addressOf = (request: Correction | Leave) =>
  'date' in request
    ? `/people/${request.personId}/attendance/${request.date}`
    : `/people/${request.personId}/attendance?at=${request.from}`;

function CorrectionText({ request }: { request: Correction }) {
  const locale = useLocale();
  return (
    <>
      <Text fw={550}>{formatLocal(`${request.date}T00:00:00`, locale, { dateStyle: 'full' })}</Text>
      <BeforeAfter correction={request} />
    </>
  );
}

/** What the server calls leave that nobody called anything. */
const UNNAMED = 'leave';

function LeaveText({ request }: { request: Leave }) {
  const { t } = useTranslation('requests');
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const range = format.formatRange(new Date(request.from), new Date(request.to));
  const hours = request.start && request.end && t('hoursText', { start: request.start, end: request.end });
  return (
    <Text fw={550}>
      {t('leaveText', { type: request.type === UNNAMED ? t('kind.leave') : request.type, range })}
      {request.kind !== 'full' && ` · ${hours || t(`leaveKind.${request.kind}`)}`}
    </Text>
  );
}
