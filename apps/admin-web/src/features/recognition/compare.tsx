import { Alert, Button, SimpleGrid, Stack } from '@mantine/core';
import type { CompareResponse } from '@rollcall/contracts';
import { IconUserCheck, IconUserX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Section } from '../../ui/section.js';
import { PhotoSlot } from './photo-slot.js';
import { useCompare } from './recognition.queries.js';
import { SimilarityMeter } from './similarity-meter.js';

export function Compare() {
  const { t } = useTranslation('recognition');
  const [photos, setPhotos] = useState<{ a: File | null; b: File | null }>({ a: null, b: null });
  const compare = useCompare();
  const { a, b } = photos;
  const put = (change: Partial<typeof photos>) => {
    compare.reset();
    setPhotos({ ...photos, ...change });
  };
  return (
    <Section title={t('compare.title')} description={t('compare.lead')}>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'start' }}>
          <PhotoSlot label={t('compare.first')} photo={a} onPhoto={(photo) => put({ a: photo })} />
          <PhotoSlot label={t('compare.second')} photo={b} onPhoto={(photo) => put({ b: photo })} />
        </SimpleGrid>
        <Button
          disabled={!a || !b}
          loading={compare.isPending}
          onClick={() => a && b && compare.mutate({ a, b })}
        >
          {t('compare.submit')}
        </Button>
        <ProblemAlert error={compare.error} />
        {compare.data && <Verdict result={compare.data} />}
      </Stack>
    </Section>
  );
}

function Verdict({ result }: { result: CompareResponse }) {
  const { t } = useTranslation('recognition');
  return (
    <Alert
      role="status"
      color={result.same ? 'green' : 'gray'}
      icon={result.same ? <IconUserCheck /> : <IconUserX />}
      title={t(result.same ? 'compare.same' : 'compare.different')}
    >
      <SimilarityMeter explain similarity={result.similarity} threshold={result.threshold} />
    </Alert>
  );
}
