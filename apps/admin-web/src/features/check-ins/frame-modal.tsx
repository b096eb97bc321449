import { Group, Modal, Stack, Text } from '@mantine/core';
import type { CheckInRecord } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/problem-text.js';
import { FacePicture } from '../../ui/face-picture.js';
import { useMoments } from '../../ui/moments.js';
import { frameAddress } from './check-ins.queries.js';

/** The kept picture of one check-in, fetched only when somebody asks, because every look is recorded. */
export function FrameModal({ record, onClose }: { record: CheckInRecord | null; onClose: () => void }) {
  const { t } = useTranslation('checkIns');
  const title = record && (record.person?.name ?? t(`decision.${record.decision}`));
  return (
    <Modal opened={record !== null} onClose={onClose} title={title} size="lg">
      {record && <FrameBody record={record} />}
    </Modal>
  );
}

function FrameBody({ record }: { record: CheckInRecord }) {
  const { t } = useTranslation('checkIns');
  const { t: tUi } = useTranslation('ui');
  const moments = useMoments();
  const problem = useProblemText();
  const refused = record.decision !== 'matched' && record.decision !== 'duplicate';
  return (
    <Stack gap="sm">
      <FacePicture
        src={frameAddress(record.id)}
        alt={t('frame.alt')}
        faces={record.box ? [{ box: record.box, refused }] : []}
        maxHeight={460}
      />
      <Group justify="space-between">
        <Text fz="sm">
          {record.device.name} · {moments.localDay(record.localTime)}, {moments.localTime(record.localTime)}
        </Text>
        {record.quality && (
          <Text fz="sm">{tUi('score', { percent: moments.percent(record.quality.score) })}</Text>
        )}
      </Group>
      {record.reasons.length > 0 && <Text fz="sm">{problem.reasons(record.reasons).join(' ')}</Text>}
      <Text fz="xs" c="dimmed">
        {t('frame.audited')}
      </Text>
    </Stack>
  );
}
