import { Anchor, Group, Progress, Stack, Text } from '@mantine/core';
import type { Badge } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMoments } from '../../ui/moments.js';
import { Section } from '../../ui/section.js';
import { useMay } from '../auth/permissions.js';
import { useJob } from '../jobs/jobs.queries.js';
import classes from './queue.module.css';
import { stylePicture } from './styles/styles.queries.js';
import { useMixtureName } from './styles/use-mixture-name.js';

/** What is being painted, and what waits for it: in the order in which it will be done. */
export function Queue({ badges }: { badges: Badge[] }) {
  const { t } = useTranslation('badges');
  if (badges.length === 0) return null;
  // Ids grow with time.
  const inOrder = badges.toSorted(
    (a, b) => Number(b.state === 'active') - Number(a.state === 'active') || a.id.localeCompare(b.id),
  );
  return (
    <Section title={t('queue.title')} description={t('queue.lead')}>
      <Stack gap="md" component="ul" className={classes.list}>
        {inOrder.map((badge) => (
          <Entry key={badge.id} badge={badge} />
        ))}
      </Stack>
    </Section>
  );
}

function Entry({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const { percent } = useMoments();
  const may = useMay();
  const mixture = useMixtureName()(badge);
  const job = useJob(badge.state === 'active' ? badge.jobId : null);
  const preview = may('badges.make') ? (job.data?.previewUrl ?? badge.previewUrl) : null;
  const progress = job.data?.progress ?? 0;
  return (
    <Group component="li" wrap="nowrap" gap="md">
      <img className={classes.picture} src={preview ?? stylePicture(badge.styleId)} alt="" />
      <Stack gap={4} style={{ flex: 1, minWidth: 0 }}>
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Anchor component={Link} to={`/badges/${badge.id}`} fw={600} truncate>
            {badge.personName}
          </Anchor>
          <Text fz="sm" c="dimmed" style={{ flexShrink: 0 }}>
            {badge.state === 'active' ? percent(progress / 100) : t('state.waiting')}
          </Text>
        </Group>
        <Text fz="sm" c="dimmed" truncate>
          {mixture}
        </Text>
        {badge.state === 'active' && (
          <Progress
            value={progress}
            size="sm"
            radius="xl"
            aria-label={t('queue.progress', { name: badge.personName })}
          />
        )}
      </Stack>
    </Group>
  );
}
