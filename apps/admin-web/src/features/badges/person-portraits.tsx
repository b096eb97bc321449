import { Button, SimpleGrid, Text } from '@mantine/core';
import { IconBrush } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LoadFailure } from '../../ui/load-failure.js';
import { Section } from '../../ui/section.js';
import { useMay } from '../auth/permissions.js';
import { useBadges } from './badges.queries.js';
import { PortraitTile } from './portrait-tile.js';

interface PersonPortraitsProps {
  personId: string;
  /** The one that the page is about. */
  without?: string;
}

/** Every portrait that was painted of a person. */
export function PersonPortraits({ personId, without }: PersonPortraitsProps) {
  const { t } = useTranslation('badges');
  const may = useMay();
  const badges = useBadges(personId, may('badges.read'));
  if (badges.isError) return <LoadFailure error={badges.error} onRetry={() => void badges.refetch()} />;
  if (!badges.data) return null;
  const all = badges.data.pages.flatMap(({ items }) => items).filter(({ id }) => id !== without);
  if (without && all.length === 0) return null;
  const paint = may('badges.make') && (
    <Button
      component={Link}
      to={`/badges/new?person=${personId}`}
      size="xs"
      variant="light"
      leftSection={<IconBrush size={16} />}
    >
      {t('new')}
    </Button>
  );
  return (
    <Section title={t(without ? 'history.others' : 'history.title')} actions={paint}>
      {all.length === 0 ? (
        <Text c="dimmed">{t('history.none')}</Text>
      ) : (
        <SimpleGrid cols={{ base: 2, xs: 3, md: without ? 5 : 3 }} spacing="md">
          {all.map((badge) => (
            <PortraitTile key={badge.id} nameless badge={badge} />
          ))}
        </SimpleGrid>
      )}
      {badges.hasNextPage && (
        <Button mt="md" variant="default" size="xs" onClick={() => void badges.fetchNextPage()}>
          {t('history.more')}
        </Button>
      )}
    </Section>
  );
}
