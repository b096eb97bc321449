import { Grid, Skeleton, Stack, Text } from '@mantine/core';
import type { Shift } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { NotFound } from '../../../app/not-found.js';
import { BackLink } from '../../../ui/back-link.js';
import { LoadFailure } from '../../../ui/load-failure.js';
import { Page } from '../../../ui/page.js';
import { Section } from '../../../ui/section.js';
import { useMay } from '../../auth/permissions.js';
import { ShiftFacts } from '../shift-facts.js';
import { useShifts } from '../shifts.queries.js';
import { ShiftEditor } from './shift-editor.js';

export function ShiftPage() {
  const { t } = useTranslation('shifts');
  const { id = 'new' } = useParams();
  const may = useMay();
  const shifts = useShifts();
  if (shifts.isError) return <LoadFailure error={shifts.error} onRetry={() => void shifts.refetch()} />;
  if (!shifts.data) return <Skeleton height={320} aria-busy="true" />;
  const shift = shifts.data.find((each) => each.id === id) ?? null;
  if (!shift && (id !== 'new' || !may('attendance.edit'))) return <NotFound />;
  return (
    <Stack gap="lg">
      <BackLink to="/attendance/shifts" label={t('back')} />
      <Page title={shift?.name ?? t('new')}>
        {may('attendance.edit') ? (
          <ShiftEditor key={`${id} ${shift?.validFrom}`} shift={shift} />
        ) : (
          <ReadOnly shift={shift!} />
        )}
      </Page>
    </Stack>
  );
}

function ReadOnly({ shift }: { shift: Shift }) {
  const { t } = useTranslation('shifts');
  return (
    <Grid>
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Section title={shift.name}>
          <Text fz="sm" c="dimmed">
            {t('readOnly')}
          </Text>
          <ShiftFacts shift={shift} />
        </Section>
      </Grid.Col>
    </Grid>
  );
}
