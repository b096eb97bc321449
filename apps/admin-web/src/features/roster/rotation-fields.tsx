import { ActionIcon, Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Assigning } from './assign-values.js';

interface RotationFieldsProps {
  form: Assigning;
  choices: { value: string; label: string }[];
}

const MOST_TURNS = 60;
const FREE = 'free';

/** Shifts that take turns, by days or by weeks. */
export function RotationFields({ form, choices }: RotationFieldsProps) {
  const { t } = useTranslation('roster');
  const { turns } = form.values;
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text fz="sm">{t('form.unit')}</Text>
        <SegmentedControl
          size="xs"
          aria-label={t('form.unit')}
          data={[
            { value: 'day', label: t('form.day') },
            { value: 'week', label: t('form.week') },
          ]}
          {...form.getInputProps('unit')}
        />
      </Group>
      {turns.map((turn, i) => (
        <Group key={i} gap="xs" align="flex-end" wrap="nowrap">
          <Select
            style={{ flex: 1 }}
            allowDeselect={false}
            label={t('form.turn', { number: i + 1 })}
            data={[...choices, { value: FREE, label: t('form.free') }]}
            value={turn || FREE}
            onChange={(value) => form.setFieldValue(`turns.${i}`, value === FREE ? '' : (value ?? ''))}
          />
          {turns.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="red"
              size={36}
              aria-label={t('form.removeTurn', { number: i + 1 })}
              onClick={() => form.removeListItem('turns', i)}
            >
              <IconTrash size={18} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {form.errors['shiftId'] && (
        <Text c="red" fz="sm">
          {form.errors['shiftId']}
        </Text>
      )}
      {turns.length < MOST_TURNS && (
        <Button
          variant="default"
          size="xs"
          w="fit-content"
          leftSection={<IconPlus size={16} />}
          onClick={() => form.insertListItem('turns', '')}
        >
          {t('form.addTurn')}
        </Button>
      )}
    </Stack>
  );
}
