import { Group, Select, TextInput } from '@mantine/core';
import { personStatus } from '@rollcall/contracts';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlaceChoices } from '../organisation/place-choices.js';
import type { PeopleFilters } from './people.queries.js';

interface PeopleFilterBarProps {
  filters: PeopleFilters;
  onChange: (filters: PeopleFilters) => void;
  /** Where only active people are asked for there is nothing to choose. */
  withStatus?: boolean;
}

export function PeopleFilterBar({ filters, onChange, withStatus = true }: PeopleFilterBarProps) {
  const { t } = useTranslation('people');
  const { departments, sites } = usePlaceChoices();
  const narrow = { flex: '1 1 140px', maxWidth: 200 };
  return (
    <Group p="md" gap="sm">
      <TextInput
        type="search"
        style={{ flex: '3 1 220px' }}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={17} />}
        value={filters.search}
        onChange={(event) => onChange({ ...filters, search: event.currentTarget.value })}
      />
      <Select
        style={narrow}
        clearable
        aria-label={t('field.department')}
        placeholder={t('anyDepartment')}
        data={departments}
        value={filters.departmentId}
        onChange={(departmentId) => onChange({ ...filters, departmentId })}
      />
      <Select
        style={narrow}
        clearable
        aria-label={t('field.site')}
        placeholder={t('anySite')}
        data={sites}
        value={filters.siteId}
        onChange={(siteId) => onChange({ ...filters, siteId })}
      />
      {withStatus && (
        <Select
          style={narrow}
          clearable
          aria-label={t('field.status')}
          placeholder={t('anyStatus')}
          data={personStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
          value={filters.status}
          onChange={(status) => onChange({ ...filters, status: status })}
        />
      )}
    </Group>
  );
}
