import { Button, Card, EmptyState, Skeleton, Stack } from '@mantine/core';
import { IconBrush } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { isProblem } from '../../../api/api-problem.js';
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
  const gone = isGone(useBadge(from).error);
  const again = from !== null && !gone;
  if (!useMay()('badges.make')) return <Denied />;
  return (
    <Stack gap="lg">
      <BackLink
        to={again ? `/badges/${from}` : '/badges'}
        label={t(again ? 'studio.backToPortrait' : 'back')}
      />
      <Page title={t(again ? 'studio.again' : 'studio.title')} description={t('studio.lead')}>
        {gone ? (
          <Gone />
        ) : from ? (
          <Again key={from} badgeId={from} personId={search.get('person')} />
        ) : (
          <Studio initialPerson={search.get('person')} initial={blankWish()} />
        )}
      </Page>
    </Stack>
  );
}

/** An address that names no portrait leads to none. */
const isGone = (error: unknown) => isProblem(error, 'BADGE_NOT_FOUND', 'VALIDATION_FAILED');

function Gone() {
  const { t } = useTranslation('badges');
  return (
    <Card>
      <EmptyState
        py={56}
        variant="light"
        icon={<IconBrush />}
        title={t('studio.gone.title')}
        description={t('studio.gone.text')}
      >
        <EmptyState.Actions>
          <Button component={Link} to="/badges/new" leftSection={<IconBrush size={18} />}>
            {t('new')}
          </Button>
        </EmptyState.Actions>
      </EmptyState>
    </Card>
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
