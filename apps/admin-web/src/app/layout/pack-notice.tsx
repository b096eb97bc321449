import { Alert, Anchor, Group, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePack } from '../../features/recognition/recognition.queries.js';

/** Said on every page while a pack runs that may not be used commercially. */
export function PackNotice() {
  const { t } = useTranslation();
  const { data: pack } = usePack();
  if (!pack || pack.commercialUse) return null;
  return (
    <Alert color="yellow" variant="light" icon={<IconFlask size={18} />} mb="lg" py={6} role="note">
      <Group gap="xs">
        <Text fz="sm">{t('pack.nonCommercial', { name: pack.name })}</Text>
        <Anchor component={Link} to="/settings" fz="sm" fw={600}>
          {t('pack.more')}
        </Anchor>
      </Group>
    </Alert>
  );
}
