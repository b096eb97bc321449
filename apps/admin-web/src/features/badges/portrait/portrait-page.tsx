import { Badge as Tag, Box, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { Badge } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isProblem } from '../../../api/api-problem.js';
import { BackLink } from '../../../ui/back-link.js';
import { Denied } from '../../../ui/denied.js';
import { LoadFailure } from '../../../ui/load-failure.js';
import { useMoments } from '../../../ui/moments.js';
import { useMay } from '../../auth/permissions.js';
import { usePerson } from '../../people/people.queries.js';
import { isGrowing, useBadge } from '../badges.queries.js';
import { STATE_COLOR } from '../badge-looks.js';
import { PersonPortraits } from '../person-portraits.js';
import { useMixtureName } from '../styles/use-mixture-name.js';
import { Finished } from './finished.js';
import { Growing } from './growing.js';
import { Unfinished } from './unfinished.js';

/** One portrait: while it grows, and what came of it. */
export function PortraitPage() {
  const { t } = useTranslation('badges');
  const { id = '' } = useParams();
  const badge = useBadge(id);
  // While the connection is away, what was seen last stays in sight.
  const gone = badge.isError && (!badge.data || isProblem(badge.error, 'BADGE_NOT_FOUND'));
  if (!useMay()('badges.read')) return <Denied />;
  return (
    <Stack gap="lg">
      <BackLink to="/badges" label={t('back')} />
      {badge.isPending && <Skeleton height={420} radius="lg" aria-busy="true" />}
      {gone && (
        <LoadFailure error={badge.error} absent="BADGE_NOT_FOUND" onRetry={() => void badge.refetch()} />
      )}
      {badge.data && !gone && <Loaded key={badge.data.id} badge={badge.data} />}
    </Stack>
  );
}

function Loaded({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const person = usePerson(badge.personId);
  const name = person.data?.name ?? '…';
  useDocumentTitle(`${t('portrait.of', { name })} · Rollcall`);
  return (
    <>
      <Heading badge={badge} name={name} />
      {isGrowing(badge) ? (
        <Growing badge={badge} name={name} />
      ) : badge.state === 'ready' ? (
        <Finished badge={badge} name={name} employeeNo={person.data?.employeeNo ?? badge.id} />
      ) : (
        <Unfinished badge={badge} />
      )}
      <PersonPortraits personId={badge.personId} without={badge.id} />
    </>
  );
}

function Heading({ badge, name }: { badge: Badge; name: string }) {
  const { t } = useTranslation('badges');
  const moments = useMoments();
  const mixture = useMixtureName()(badge);
  return (
    <Box style={{ minWidth: 0 }}>
      <Group gap="sm">
        <Title order={1} style={{ overflowWrap: 'anywhere' }}>
          {t('portrait.of', { name })}
        </Title>
        <Tag size="lg" color={STATE_COLOR[badge.state]}>
          {t(`state.${badge.state}`)}
        </Tag>
      </Group>
      <Text c="dimmed" mt={4}>
        {t('portrait.asked', { style: mixture, when: moments.instant(badge.createdAt) })}
      </Text>
    </Box>
  );
}
