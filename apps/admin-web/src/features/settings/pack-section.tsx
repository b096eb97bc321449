import { Alert, DataList, Skeleton, Stack } from '@mantine/core';
import type { PackInfo } from '@rollcall/contracts';
import { IconCircleCheck, IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { Section } from '../../ui/section.js';
import { usePack } from '../recognition/recognition.queries.js';

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
      <DataList withDivider>
        {rows.map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue style={{ overflowWrap: 'anywhere' }}>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Stack>
  );
}
