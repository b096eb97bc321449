import { Alert, Button, DataList, Group, Skeleton, Stack } from '@mantine/core';
import type { PackInfo } from '@rollcall/contracts';
import { IconCircleCheck, IconCpu, IconDatabase, IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LoadFailure } from '../../ui/load-failure.js';
import { Section } from '../../ui/section.js';
import { useMay } from '../auth/permissions.js';
import { PackLimit } from '../models/pack-limit.js';
import { usePack } from '../recognition/recognition.queries.js';
import { AttributesSwitch } from './attributes-switch.js';

/** Which networks run, under which licence, and what that licence allows. */
export function PackSection() {
  const { t } = useTranslation('settings');
  const pack = usePack();
  return (
    <Section title={t('pack.title')} description={t('pack.lead')}>
      {pack.isPending && <Skeleton height={180} />}
      {pack.isError && <LoadFailure error={pack.error} onRetry={() => void pack.refetch()} />}
      {pack.data && <Pack pack={pack.data} />}
    </Section>
  );
}

function Pack({ pack }: { pack: PackInfo }) {
  const { t } = useTranslation('settings');
  const may = useMay();
  const rows = [
    [t('pack.name'), `${pack.title} (${pack.name})`],
    [t('pack.licence'), pack.licence],
    [t('pack.model'), t('pack.modelText', { model: pack.modelId, dimension: pack.dimension })],
    [t('pack.liveness'), t(pack.liveness ? 'pack.livenessYes' : 'pack.livenessNo')],
  ] as const;
  return (
    <Stack>
      <Alert
        color={pack.commercialUse ? 'green' : 'yellow'}
        icon={pack.commercialUse ? <IconCircleCheck /> : <IconFlask />}
        title={t(pack.commercialUse ? 'pack.commercial' : 'pack.nonCommercial')}
      >
        {t(pack.commercialUse ? 'pack.commercialText' : 'pack.nonCommercialText')}
      </Alert>
      <PackLimit pack={pack} />
      <DataList withDivider>
        {rows.map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue style={{ overflowWrap: 'anywhere' }}>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
      {pack.attributes.length > 0 && may('recognition.settings') && <AttributesSwitch />}
      <Links />
    </Stack>
  );
}

function Links() {
  const { t } = useTranslation('settings');
  if (!useMay()('models.read')) return null;
  return (
    <Group gap="xs">
      <Button
        component={Link}
        to="/settings/models"
        variant="light"
        size="xs"
        leftSection={<IconCpu size={16} />}
      >
        {t('pack.all')}
      </Button>
      <Button
        component={Link}
        to="/settings/gallery"
        variant="light"
        size="xs"
        leftSection={<IconDatabase size={16} />}
      >
        {t('pack.gallery')}
      </Button>
    </Group>
  );
}
