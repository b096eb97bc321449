import { Alert, Group, Stack, Switch } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section.js';
import { StyleGallery } from '../styles/style-gallery.js';
import { UploadStyle } from '../styles/upload-style.js';
import { useStyles } from '../styles/styles.queries.js';
import { MixtureWeights } from './mixture-weights.js';
import { choose, MOST_PARTS, type Part } from './wish.js';

interface StyleSectionProps {
  parts: Part[];
  /** Whether a style that was chosen is no longer there. */
  deleted: boolean;
  onParts: (parts: Part[]) => void;
}

/** The manner of painting: one picture, or a mixture of several. */
export function StyleSection({ parts, deleted, onParts }: StyleSectionProps) {
  const { t } = useTranslation('badges');
  const styles = useStyles();
  const [mixing, setMixing] = useState(parts.length > 1);
  const full = mixing && parts.length >= MOST_PARTS;
  const mix = (on: boolean) => {
    setMixing(on);
    // What paints alone cannot stay in a mixture.
    const mixable = parts.filter(
      ({ styleId }) => styles.data?.find(({ id }) => id === styleId)?.instant !== true,
    );
    onParts(on ? mixable : parts.slice(0, 1));
  };
  return (
    <Section
      title={t('style.title')}
      description={t('style.lead')}
      actions={<UploadStyle onUploaded={({ id }) => onParts(choose(parts, id, mixing))} />}
    >
      <Stack gap="lg">
        {deleted && (
          <Alert color="yellow" icon={<IconInfoCircle />} role="status">
            {t('style.deleted')}
          </Alert>
        )}
        <StyleGallery
          chosen={parts.map(({ styleId }) => styleId)}
          isOut={({ id, instant }) =>
            mixing && (instant || (full && parts.every(({ styleId }) => styleId !== id)))
          }
          onChoose={({ id }) => onParts(choose(parts, id, mixing))}
        />
        <Group>
          <Switch
            label={t('mix.label')}
            description={t('mix.hint', { most: MOST_PARTS })}
            checked={mixing}
            onChange={(event) => mix(event.currentTarget.checked)}
          />
        </Group>
        {parts.length > 1 && <MixtureWeights parts={parts} onParts={onParts} />}
      </Stack>
    </Section>
  );
}
