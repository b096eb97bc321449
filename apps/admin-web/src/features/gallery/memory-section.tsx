import { Badge, Group, Progress, Stack, Text } from '@mantine/core';
import type { GalleryStatus } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useBytes } from '../../ui/bytes.js';
import { useMoments } from '../../ui/moments.js';
import { Section } from '../../ui/section.js';
import { Facts } from './facts.js';

const COLORS = { filling: 'petrol', ready: 'green', off: 'gray', broken: 'red' } as const;

/** What this server holds in memory, against what lies in the database. */
export function MemorySection({ gallery: { memory, templates } }: { gallery: GalleryStatus }) {
  const { t } = useTranslation('gallery');
  const { number } = useMoments();
  const bytes = useBytes();
  const share = templates === 0 ? 1 : Math.min(1, memory.templates / templates);
  const behind = memory.galleryVersion - memory.version;
  const changes = [
    t('memory.changes'),
    behind > 0 ? t('memory.behind', { count: behind }) : t('memory.upToDate'),
  ] as const;
  return (
    <Section
      title={t('memory.title')}
      description={t('memory.lead')}
      actions={<Badge color={COLORS[memory.state]}>{t(`memory.state.${memory.state}`)}</Badge>}
    >
      <Stack>
        {memory.state !== 'off' && (
          <Stack gap={4}>
            <Progress.Root size="md" radius="xl">
              <Progress.Section
                value={share * 100}
                color={COLORS[memory.state]}
                animated={memory.state === 'filling'}
                aria-label={t('memory.title')}
              />
            </Progress.Root>
            <Group justify="space-between" gap="xs">
              <Text fz="sm">
                {t('memory.rows', { held: number(memory.templates), all: number(templates) })}
              </Text>
              <Text fz="sm" c="dimmed">
                {bytes(memory.bytes)}
              </Text>
            </Group>
          </Stack>
        )}
        <Facts
          facts={[[t('memory.database'), number(templates)], ...(memory.state === 'off' ? [] : [changes])]}
        />
      </Stack>
    </Section>
  );
}
