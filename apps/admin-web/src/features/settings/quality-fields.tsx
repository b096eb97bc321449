import { Box, Button, Group, Stack, Table, Text } from '@mantine/core';
import { QUALITY_LIMITS, type QualityLimit, type QualitySettings } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SaveChanges } from '../../ui/save-changes.js';
import { useMay } from '../auth/permissions.js';
import { LimitField } from './limit-field.js';
import { defaultOf, PLACES } from './quality-values.js';
import { useQualityForm } from './use-quality-form.js';

/** Every limit, at kiosks and for photos. */
export function QualityFields({ quality }: { quality: QualitySettings }) {
  const { t } = useTranslation('settings');
  const editable = useMay()('recognition.tune');
  const { form, saving, error, submit, reset } = useQualityForm(quality);
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
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
                        input={form.getInputProps(`${place}.${limit}`)}
                        onReset={() =>
                          form.setFieldValue(`${place}.${limit}`, defaultOf(quality, place, limit))
                        }
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <ProblemAlert error={error} />
        {editable && (
          <Group justify="space-between">
            <Button variant="subtle" onClick={reset}>
              {t('quality.resetAll')}
            </Button>
            <SaveChanges saving={saving} changed={form.isDirty()} />
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
