import { Badge } from '@mantine/core';
import type { GalleryStatus } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useBytes } from '../../ui/bytes.js';
import { useMoments } from '../../ui/moments.js';
import { Section } from '../../ui/section.js';
import { Facts } from './facts.js';

const COLORS = {
  'not-needed': 'gray',
  missing: 'orange',
  building: 'petrol',
  ready: 'green',
  invalid: 'red',
} as const;

/** The database's own index, which large galleries need where memory does not answer. */
export function IndexSection({ gallery: { index, templates } }: { gallery: GalleryStatus }) {
  const { t } = useTranslation('gallery');
  const { number } = useMoments();
  const bytes = useBytes();
  return (
    <Section
      title={t('index.title')}
      description={t('index.lead')}
      actions={<Badge color={COLORS[index.state]}>{t(`index.state.${index.state}`)}</Badge>}
    >
      <Facts
        facts={[
          [t('index.from'), t('index.fromText', { from: number(index.neededFrom), now: number(templates) })],
          [t('index.rows'), index.rows === null ? '–' : number(index.rows)],
          [t('index.size'), index.bytes === 0 ? '–' : bytes(index.bytes)],
          [t('index.name'), index.name ?? '–'],
        ]}
      />
    </Section>
  );
}
