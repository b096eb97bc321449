import { ActionIcon, Anchor, Badge, Group, Text, ThemeIcon, Tooltip } from '@mantine/core';
import type { CheckInRecord } from '@rollcall/contracts';
import { IconArrowDownLeft, IconArrowUpRight, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProblemText } from '../../api/problem-text.js';
import { useMoments } from '../../ui/moments.js';
import { useMay } from '../auth/permissions.js';
import { useSites } from '../organisation/organisation.queries.js';
import { DECISION_LOOK } from './decisions.js';
import { FrameModal } from './frame-modal.js';
import classes from './check-in-list.module.css';

interface CheckInListProps {
  records: CheckInRecord[];
  live?: boolean;
  namePeople?: boolean;
}

export function CheckInList({ records, live = false, namePeople = true }: CheckInListProps) {
  const [shown, setShown] = useState<CheckInRecord | null>(null);
  return (
    <>
      <ul className={classes.list} aria-live={live ? 'polite' : undefined}>
        {records.map((record) => (
          <CheckInRow
            key={record.id}
            record={record}
            namePeople={namePeople}
            onFrame={() => setShown(record)}
          />
        ))}
      </ul>
      <FrameModal record={shown} onClose={() => setShown(null)} />
    </>
  );
}

interface CheckInRowProps {
  record: CheckInRecord;
  namePeople: boolean;
  onFrame: () => void;
}

function CheckInRow({ record, namePeople, onFrame }: CheckInRowProps) {
  const { t } = useTranslation('checkIns');
  const may = useMay();
  const look = DECISION_LOOK[record.decision];
  return (
    <li className={classes.row}>
      <ThemeIcon color={look.color} variant="light" radius="xl" size={38} className={classes.icon}>
        <look.icon size={20} aria-hidden />
      </ThemeIcon>
      <div className={classes.who}>
        <Group gap={6}>
          <Who record={record} namePeople={namePeople} />
          {record.direction && <DirectionBadge direction={record.direction} />}
          {record.late && (
            <Tooltip label={t('late.text')} events={{ hover: true, focus: true, touch: true }}>
              <Badge color="gray" tabIndex={0}>
                {t('late.badge')}
              </Badge>
            </Tooltip>
          )}
        </Group>
        <Explanation record={record} />
      </div>
      <When record={record} />
      <div className={classes.frame}>
        {record.hasFrame && may('checkIns.frame') && (
          <Tooltip label={t('frame.show')}>
            <ActionIcon variant="default" size="lg" onClick={onFrame} aria-label={t('frame.show')}>
              <IconPhoto size={18} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </li>
  );
}

function Who({ record, namePeople }: { record: CheckInRecord; namePeople: boolean }) {
  const { t } = useTranslation('checkIns');
  if (!record.person && record.decision === 'matched') return <Text fw={600}>{t('erased')}</Text>;
  if (!record.person || !namePeople) return <Text fw={600}>{t(`decision.${record.decision}`)}</Text>;
  return (
    <>
      <Anchor component={Link} to={`/people/${record.person.id}`} fw={600} c="inherit">
        {record.person.name}
      </Anchor>
      {record.decision !== 'matched' && <Text c="dimmed">{t(`decision.${record.decision}`)}</Text>}
    </>
  );
}

function Explanation({ record }: { record: CheckInRecord }) {
  const { t } = useTranslation('checkIns');
  const sites = useSites();
  const problem = useProblemText();
  const { number } = useMoments();
  const site = sites.data?.find((one) => one.id === record.site.id)?.name;
  const score = record.similarity ?? null;
  const parts = [
    record.device.name,
    site,
    record.method === 'face' ? undefined : t(`method.${record.method}`),
    score === null
      ? undefined
      : t('similarity', { value: number(score, { maximumFractionDigits: 2, minimumFractionDigits: 2 }) }),
  ];
  return (
    <Text fz="sm" c="dimmed">
      {parts.filter(Boolean).join(' · ')}
      {record.reasons.length > 0 && (
        <Text span display="block" inherit>
          {problem.reasons(record.reasons).join(' ')}
        </Text>
      )}
    </Text>
  );
}

export function DirectionBadge({ direction }: { direction: 'in' | 'out' }) {
  const { t } = useTranslation('checkIns');
  const DirectionIcon = direction === 'in' ? IconArrowDownLeft : IconArrowUpRight;
  return (
    <Badge color={direction === 'in' ? 'green' : 'petrol'} leftSection={<DirectionIcon size={12} />}>
      {t(`direction.${direction}`)}
    </Badge>
  );
}

function When({ record }: { record: CheckInRecord }) {
  const moments = useMoments();
  return (
    <time className={classes.when} dateTime={record.capturedAt} title={record.site.timeZone}>
      <Text span fw={600} display="block">
        {moments.localTime(record.localTime)}
      </Text>
      <Text span fz="xs" c="dimmed" display="block">
        {moments.localDay(record.localTime)}
      </Text>
    </time>
  );
}
