import { Box, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { QUALITY_LIMITS, type QualityLimit, type QualitySettings } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SaveChanges } from '../../ui/save-changes.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useSaveRecognitionSettings } from '../recognition/recognition.queries.js';
import { LimitField } from './limit-field.js';
import { defaultOf, PLACES, updateOf, valuesOf } from './quality-values.js';

function useQualityForm(quality: QualitySettings) {
  const { t } = useTranslation();
  const toast = useToast();
  const save = useSaveRecognitionSettings();
  const form = useForm({ initialValues: valuesOf(quality) });
  const submit = form.onSubmit((values) =>
    save.mutate(
      { quality: updateOf(values, quality) },
      {
        onSuccess: (saved) => {
          toast.done(t('saved'));
          const now = valuesOf(saved.quality);
          form.setValues(now);
          form.resetDirty(now);
        },
      },
    ),
  );
  const reset = () =>
    form.setValues(
      valuesOf({ ...quality, checkIn: quality.checkInDefaults, enrollment: quality.enrollmentDefaults }),
    );
  return { form, save, submit, reset };
}

/** Every limit, at kiosks and for photos. */
export function QualityFields({ quality }: { quality: QualitySettings }) {
  const { t } = useTranslation('settings');
  const editable = useMay()('recognition.tune');
  const { form, save, submit, reset } = useQualityForm(quality);
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <ProblemAlert error={save.error} />
        <Table.ScrollContainer minWidth={310}>
          <Table verticalSpacing="xs" layout="fixed" withRowBorders={false}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="42%">{t('quality.limits')}</Table.Th>
                {PLACES.map((place) => (
                  <Table.Th key={place}>{t(`quality.${place}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {QUALITY_LIMITS.map((limit) => (
                <Table.Tr key={limit} style={{ verticalAlign: 'top' }}>
                  <Table.Td>
                    <LimitName limit={limit} />
                  </Table.Td>
                  {PLACES.map((place) => (
                    <Table.Td key={place}>
                      <LimitField
                        limit={limit}
                        place={place}
                        value={form.values[place][limit]}
                        fallback={defaultOf(quality, place, limit)}
                        disabled={!editable}
                        onChange={(value) => form.setFieldValue(`${place}.${limit}`, value)}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {editable && (
          <Group justify="space-between">
            <Button variant="subtle" onClick={reset}>
              {t('quality.resetAll')}
            </Button>
            <SaveChanges saving={save.isPending} changed={form.isDirty()} />
          </Group>
        )}
      </Stack>
    </form>
  );
}

function LimitName({ limit }: { limit: QualityLimit }) {
  const { t } = useTranslation('settings');
  return (
    <Box>
      <Text fz="sm" fw={550}>
        {t(`quality.limit.${limit}`)}
      </Text>
      <Text fz="xs" c="dimmed">
        {t(`quality.hint.${limit}`)}
      </Text>
    </Box>
  );
}
