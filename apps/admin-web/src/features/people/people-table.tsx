import { Anchor, Badge, Box, Group, Table, Text } from '@mantine/core';
import type { Person } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { PersonAvatar } from '../../ui/person-avatar.js';
import { useDepartments, useSites } from '../organisation/organisation.queries.js';
import { EnrolmentBadge } from './enrolment-badge.js';

const nameOf = (items: { id: string; name: string }[] | undefined, id: string | null) =>
  items?.find((item) => item.id === id)?.name ?? '–';

export function PeopleTable({ people }: { people: Person[] }) {
  const { t } = useTranslation('people');
  const sites = useSites();
  const departments = useDepartments();
  return (
    <Table highlightOnHover verticalSpacing={8} horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('field.name')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('field.department')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('field.site')}</Table.Th>
          <Table.Th>{t('recognition')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            department={nameOf(departments.data, person.departmentId)}
            site={nameOf(sites.data, person.siteId)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function PersonRow({ person, department, site }: { person: Person; department: string; site: string }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const address = `/people/${person.id}`;
  return (
    <Table.Tr style={{ cursor: 'pointer' }} onClick={() => void navigate(address)}>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <PersonAvatar name={person.name} size={36} visibleFrom="xs" />
          <Box style={{ minWidth: 0 }}>
            <Group gap={6}>
              <Anchor
                component={Link}
                to={address}
                fw={600}
                c="inherit"
                onClick={(event) => event.stopPropagation()}
              >
                {person.name}
              </Anchor>
              {person.status === 'inactive' && <Badge color="gray">{t('status.inactive')}</Badge>}
            </Group>
            <Text fz="sm" c="dimmed">
              {person.employeeNo}
            </Text>
          </Box>
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">{department}</Table.Td>
      <Table.Td visibleFrom="sm">{site}</Table.Td>
      <Table.Td>
        <EnrolmentBadge person={person} />
      </Table.Td>
    </Table.Tr>
  );
}
