import { Button, Card, DataList, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { CheckInRecord, DayPunch } from '@rollcall/contracts';
import { IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../../ui/load-failure.js';
import { useMoments } from '../../../ui/moments.js';
import { Section } from '../../../ui/section.js';
import { useMay } from '../../auth/permissions.js';
import { FrameModal } from '../../check-ins/frame-modal.js';
import { PunchList } from '../day/punch-list.js';
import { useCheckInsOf } from './record.queries.js';

/** Each punch with the check-in that it came from, as far as the reader's role may see it. */
export function PunchRecords({ personId, punches }: { personId: string; punches: DayPunch[] }) {
  const { t } = useTranslation('attendance');
  const sees = useMay()('checkIns.frame');
  const records = useCheckInsOf(personId, punches);
  return (
    <Section title={t('record.checkIns')} description={sees ? undefined : t('record.noFaces')}>
      {punches.length === 0 && <PunchList punches={punches} />}
      {records.isError && <LoadFailure error={records.error} onRetry={() => void records.refetch()} />}
      <Stack gap="md">
        {punches.map((punch) => (
          <Card key={punch.id} padding="md" component="article">
            <PunchList punches={[punch]} />
            {punch.checkInId && !records.data && <Skeleton height={90} mt="sm" aria-busy="true" />}
            {punch.checkInId && records.data && <CheckIn record={records.data.get(punch.checkInId)} />}
          </Card>
        ))}
      </Stack>
    </Section>
  );
}

function CheckIn({ record }: { record: CheckInRecord | undefined }) {
  const { t } = useTranslation('attendance');
  const may = useMay();
  if (!record)
    return (
      <Text fz="sm" c="dimmed" mt="sm">
        {t('record.gone')}
      </Text>
    );
  return (
    <Group align="flex-end" gap="lg" mt="sm" wrap="wrap">
      <div style={{ flex: '1 1 260px' }}>
        <Facts record={record} />
      </div>
      {record.hasFrame && may('checkIns.frame') && <Frame record={record} />}
    </Group>
  );
}

function Facts({ record }: { record: CheckInRecord }) {
  const { t } = useTranslation('attendance');
  const { t: tCheckIns } = useTranslation('checkIns');
  const { instant, localTime, number } = useMoments();
  const share = (value: number) => number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const facts: [string, string][] = [
    [t('record.kiosk'), record.device.name],
    [t('record.captured'), `${localTime(record.localTime)} · ${record.site.timeZone}`],
    [
      t('record.received'),
      `${instant(record.receivedAt)} · ${t(record.late ? 'record.sentLater' : 'record.onTime')}`,
    ],
    [t('record.decision'), decisionOf(record, tCheckIns)],
  ];
  if (typeof record.similarity === 'number' && record.threshold !== undefined)
    facts.push([
      t('record.score'),
      t('record.scoreOf', { similarity: share(record.similarity), threshold: share(record.threshold) }),
    ]);
  return (
    <DataList size="sm">
      {facts.map(([label, value]) => (
        <DataList.Item key={label}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue>{value}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  );
}

function decisionOf(record: CheckInRecord, t: ReturnType<typeof useTranslation<'checkIns'>>['t']) {
  const decision = t(`decision.${record.decision}`);
  return record.method === 'face' ? decision : `${decision} · ${t(`method.${record.method}`)}`;
}

/** The kept picture is shown on purpose only: every look is recorded. */
function Frame({ record }: { record: CheckInRecord }) {
  const { t } = useTranslation('checkIns');
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" size="xs" leftSection={<IconPhoto size={16} />} onClick={open}>
        {t('frame.show')}
      </Button>
      <FrameModal record={opened ? record : null} onClose={close} />
    </>
  );
}
