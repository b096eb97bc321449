import { DataList } from '@mantine/core';
import type { Person } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useDepartments, useSites } from '../organisation/organisation.queries.js';
import { useShifts } from '../shifts/shifts.queries.js';

const nameOf = (items: { id: string; name: string }[] | undefined, id: string | null) =>
  items?.find((item) => item.id === id)?.name;

/** The details for those who may read and not write. */
export function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const sites = useSites();
  const departments = useDepartments();
  const shifts = useShifts();
  const facts = [
    [t('field.name'), person.name],
    [t('field.employeeNo'), person.employeeNo],
    [t('field.email'), person.email],
    [t('field.department'), nameOf(departments.data, person.departmentId)],
    [t('field.site'), nameOf(sites.data, person.siteId)],
    [t('field.shift'), nameOf(shifts.data, person.shiftId)],
    [t('field.status'), t(`status.${person.status}`)],
  ] as const;
  return (
    <DataList withDivider>
      {facts.map(([label, value]) => (
        <DataList.Item key={label}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue style={{ overflowWrap: 'anywhere' }}>{value ?? t('notSet')}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  );
}
