import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustments } from '@tabler/icons-react';
import type { QualitySettings } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { Section } from '../../ui/section.js';
import { useMay } from '../auth/permissions.js';
import { useRecognitionSettings } from '../recognition/recognition.queries.js';
import { QualityFields } from './quality-fields.js';
import { countChosen } from './quality-values.js';

/** How good a picture has to be; most people never have to open it. */
export function QualitySection() {
  const { t } = useTranslation('settings');
  const settings = useRecognitionSettings();
  const editable = useMay()('recognition.tune');
  const [opened, { toggle }] = useDisclosure();
  return (
    <Section
      title={t('quality.title')}
      description={t('quality.lead')}
      actions={
        <Button
          variant="light"
          size="xs"
          leftSection={<IconAdjustments size={16} />}
          aria-expanded={opened}
          onClick={toggle}
        >
          {t(opened ? 'quality.close' : editable ? 'quality.adjust' : 'quality.show')}
        </Button>
      }
    >
      {settings.isPending && <Skeleton height={40} />}
      {settings.isError && <LoadFailure error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && (
        <Stack gap="md">
          <Chosen quality={settings.data.quality} />
          {opened && <QualityFields quality={settings.data.quality} />}
        </Stack>
      )}
    </Section>
  );
}

function Chosen({ quality }: { quality: QualitySettings }) {
  const { t } = useTranslation('settings');
  const count = countChosen(quality);
  return (
    <Text fz="sm" c={count > 0 ? undefined : 'dimmed'}>
      {count > 0 ? t('quality.chosen', { count }) : t('quality.allMeasured')}
    </Text>
  );
}
