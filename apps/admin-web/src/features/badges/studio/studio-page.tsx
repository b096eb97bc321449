import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { BackLink } from '../../../ui/back-link.js';
import { Denied } from '../../../ui/denied.js';
import { LoadFailure } from '../../../ui/load-failure.js';
import { Page } from '../../../ui/page.js';
import { useMay } from '../../auth/permissions.js';
import { useBadge } from '../badges.queries.js';
import { Studio } from './studio.js';
import { blankWish, wishOf } from './wish.js';

/** Where a portrait is asked for: of nobody yet, of a person (`?person=`), or once more with a change (`?from=`). */
export function StudioPage() {
  const { t } = useTranslation('badges');
  const [search] = useSearchParams();
  const from = search.get('from');
  if (!useMay()('badges.make')) return <Denied />;
  return (
    <Stack gap="lg">
      <BackLink
        to={from ? `/badges/${from}` : '/badges'}
        label={t(from ? 'studio.backToPortrait' : 'back')}
      />
      <Page title={t(from ? 'studio.again' : 'studio.title')} description={t('studio.lead')}>
        {from ? (
          <Again key={from} badgeId={from} personId={search.get('person')} />
        ) : (
          <Studio initialPerson={search.get('person')} initial={blankWish()} />
        )}
      </Page>
    </Stack>
  );
}

interface AgainProps {
  badgeId: string;
  /** Another person than the portrait's, once one was chosen. */
  personId: string | null;
}

function Again({ badgeId, personId }: AgainProps) {
  const badge = useBadge(badgeId);
  if (badge.isPending) return <Skeleton height={480} radius="lg" />;
  if (badge.isError) return <LoadFailure error={badge.error} onRetry={() => void badge.refetch()} />;
  const wish = wishOf(badge.data);
  const isOther = personId !== null && personId !== badge.data.personId;
  return (
    <Studio
      initialPerson={personId ?? badge.data.personId}
      initial={isOther ? { ...wish, faceId: null } : wish}
    />
  );
}
