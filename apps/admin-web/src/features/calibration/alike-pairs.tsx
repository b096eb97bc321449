import { Anchor, EmptyState, Group, Stack, Text } from '@mantine/core';
import type { Calibration } from '@rollcall/contracts';
import { IconArrowsLeftRight, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PersonAvatar } from '../../ui/person-avatar.js';
import { Section } from '../../ui/section.js';
import { SimilarityMeter } from '../recognition/similarity-meter.js';

type Pair = Calibration['alike'][number];

/** Doubles, relatives, or one person entered twice: somebody should look. */
export function AlikePairs({ pairs, threshold }: { pairs: Pair[]; threshold: number }) {
  const { t } = useTranslation('calibration');
  return (
    <Section title={t('alike.title')} description={t('alike.lead')}>
      {pairs.length === 0 && <EmptyState py="md" icon={<IconUsersGroup />} title={t('alike.none')} />}
      <Stack gap="lg">
        {pairs.map((pair, index) => (
          <div key={`${pair.a.id}-${pair.b.id}`}>
            <Group gap="sm">
              <Somebody person={pair.a} />
              <IconArrowsLeftRight size={16} color="var(--mantine-color-dimmed)" aria-hidden />
              <Somebody person={pair.b} />
              {pair.similarity >= threshold && (
                <Text fz="sm" c="orange" fw={600}>
                  {t('alike.confusable')}
                </Text>
              )}
            </Group>
            <SimilarityMeter
              alarming
              explain={index === 0}
              similarity={pair.similarity}
              threshold={threshold}
            />
          </div>
        ))}
      </Stack>
    </Section>
  );
}

function Somebody({ person }: { person: Pair['a'] }) {
  return (
    <Group gap={8} wrap="nowrap">
      <PersonAvatar name={person.name} size={30} />
      <Anchor component={Link} to={`/people/${person.id}`} fw={600} c="inherit">
        {person.name}
      </Anchor>
    </Group>
  );
}
