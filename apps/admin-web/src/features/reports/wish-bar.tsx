import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { PAYROLL_PRESETS, REPORT_KINDS } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { addDays, addMonths, monthOf, today, weekOf } from '../../ui/calendar.js';
import { PersonPicker } from '../people/person-picker.js';
import { PlaceFields } from './place-fields.js';
import type { Wish } from './reports.queries.js';

interface WishBarProps {
  wish: Wish;
  onChange: (change: Partial<Wish>) => void;
}

/** Which report, of which days, of whom. */
export function WishBar({ wish, onChange }: WishBarProps) {
  const { t } = useTranslation('reports');
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }}>
        <Select
          allowDeselect={false}
          label={t('kind.label')}
          data={REPORT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={wish.kind}
          onChange={(kind) => kind && onChange({ kind })}
        />
        <TextInput
          type="date"
          label={t('from')}
          max={wish.to}
          value={wish.from}
          onChange={({ currentTarget: { value: from } }) => from && onChange({ from })}
        />
        <TextInput
          type="date"
          label={t('to')}
          min={wish.from}
          value={wish.to}
          onChange={({ currentTarget: { value: to } }) => to && onChange({ to })}
        />
        {wish.kind === 'payroll' && (
          <Select
            allowDeselect={false}
            label={t('preset')}
            description={t('presetHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={PAYROLL_PRESETS.map((value) => ({ value, label: t(`presets.${value}`) }))}
            value={wish.preset}
            onChange={(preset) => preset && onChange({ preset })}
          />
        )}
      </SimpleGrid>
      <Periods onChange={onChange} />
      <Whose wish={wish} onChange={onChange} />
      <Text fz="sm" c="dimmed">
        {t(`about.${wish.kind}`)}
      </Text>
    </Stack>
  );
}

function Periods({ onChange }: Pick<WishBarProps, 'onChange'>) {
  const { t } = useTranslation('reports');
  const day = today();
  const periods = [
    ['lastMonth', monthOf(addMonths(day, -1))],
    ['thisMonth', monthOf(day)],
    ['lastWeek', weekOf(addDays(day, -7))],
  ] as const;
  return (
    <Group gap="xs">
      {periods.map(([name, range]) => (
        <Button key={name} size="xs" variant="default" onClick={() => onChange(range)}>
          {t(name)}
        </Button>
      ))}
    </Group>
  );
}

function Whose({ wish, onChange }: WishBarProps) {
  const { t } = useTranslation('reports');
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <PlaceFields
        department={{ value: wish.departmentId, onChange: (departmentId) => onChange({ departmentId }) }}
        site={{ value: wish.siteId, onChange: (siteId) => onChange({ siteId }) }}
      />
      <PersonPicker label={t('person')} value={wish.person} onChange={(person) => onChange({ person })} />
    </SimpleGrid>
  );
}
