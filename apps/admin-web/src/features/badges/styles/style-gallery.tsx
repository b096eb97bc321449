import { Alert, Button, Code, CopyButton, Group, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import type { Style } from '@rollcall/contracts';
import { IconCopy, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../../ui/load-failure.js';
import { StyleCard } from './style-card.js';
import { useStyles } from './styles.queries.js';

const PULL = 'npm run rollcall -- models pull vgg16';

interface StyleGalleryProps {
  chosen: readonly string[];
  /** More cannot be added, or not this one beside those that are chosen. */
  isOut: (style: Style) => boolean;
  onChoose: (style: Style) => void;
}

/** Every style as a picture; what cannot be used says what to do about it. */
export function StyleGallery({ chosen, isOut, onChoose }: StyleGalleryProps) {
  const styles = useStyles();
  if (styles.isPending) return <Waiting />;
  if (styles.isError) return <LoadFailure error={styles.error} onRetry={() => void styles.refetch()} />;
  return (
    <Stack gap="md">
      {styles.data.some(({ usable }) => !usable) && <Missing />}
      <SimpleGrid cols={{ base: 2, xs: 3, sm: 4 }} spacing="md">
        {styles.data.map((style) => (
          <StyleCard
            key={style.id}
            style={style}
            chosen={chosen.includes(style.id)}
            disabled={isOut(style)}
            onChoose={() => onChoose(style)}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Missing() {
  const { t } = useTranslation('badges');
  const { t: tUi } = useTranslation('ui');
  return (
    <Alert color="yellow" icon={<IconInfoCircle />} title={t('style.missing.title')}>
      <Stack gap="xs">
        <Text fz="sm">{t('style.missing.text')}</Text>
        <Group gap="xs">
          <Code fz="sm">{PULL}</Code>
          <CopyButton value={PULL}>
            {({ copied, copy }) => (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                leftSection={<IconCopy size={14} />}
                onClick={copy}
              >
                {tUi(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Alert>
  );
}

function Waiting() {
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, sm: 4 }} spacing="md" aria-busy="true">
      {Array.from({ length: 8 }, (_, card) => (
        <Skeleton key={card} style={{ aspectRatio: 1 }} radius="md" />
      ))}
    </SimpleGrid>
  );
}
