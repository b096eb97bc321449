import { Badge, Box, Button, Grid, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { Person } from '@rollcall/contracts';
import { IconCalendarStats } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BackLink } from '../../ui/back-link.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { PersonAvatar } from '../../ui/person-avatar.js';
import { useMay } from '../auth/permissions.js';
import { PersonPortraits } from '../badges/person-portraits.js';
import { RecentCheckIns } from '../check-ins/recent-check-ins.js';
import { FacesSection } from '../faces/faces-section.js';
import { ShiftFeedSection } from '../roster/shift-feed-section.js';
import { ConsentSection } from './consent-section.js';
import { EnrolmentBadge, hasConsent } from './enrolment-badge.js';
import { EraseSection } from './erase-section.js';
import { usePerson } from './people.queries.js';
import { PersonDetails } from './person-details.js';
import { PinSection } from './pin-section.js';

export function PersonPage() {
  const { t } = useTranslation('people');
  const { id = '' } = useParams();
  const person = usePerson(id);
  return (
    <Stack gap="lg">
      <BackLink to="/people" label={t('back')} />
      {person.isPending && <Waiting />}
      {person.isError && (
        <LoadFailure error={person.error} absent="PERSON_NOT_FOUND" onRetry={() => void person.refetch()} />
      )}
      {person.data && <Loaded key={person.data.id} person={person.data} />}
    </Stack>
  );
}

function Loaded({ person }: { person: Person }) {
  const may = useMay();
  useDocumentTitle(`${person.name} · Rollcall`);
  return (
    <>
      <Heading person={person} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="lg">
            {may('faces.list') && (
              <FacesSection personId={person.id} name={person.name} consented={hasConsent(person)} />
            )}
            {may('badges.read') && <PersonPortraits personId={person.id} />}
            {may('checkIns.read') && <RecentCheckIns personId={person.id} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            <ConsentSection person={person} />
            <PinSection person={person} />
            {may('attendance.read') && <ShiftFeedSection person={person} />}
            <PersonDetails person={person} />
            {may('people.edit') && <EraseSection person={person} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}

function Heading({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const { t: tAttendance } = useTranslation('attendance');
  const may = useMay();
  return (
    <Group gap="md">
      <PersonAvatar name={person.name} size={60} />
      <Box style={{ flex: '1 1 200px', minWidth: 0 }}>
        <Title order={1} style={{ overflowWrap: 'anywhere' }}>
          {person.name}
        </Title>
        <Group gap="xs" mt={4}>
          <Text c="dimmed">{t('number', { number: person.employeeNo })}</Text>
          {person.status === 'inactive' && <Badge color="gray">{t('status.inactive')}</Badge>}
          <EnrolmentBadge person={person} />
        </Group>
      </Box>
      {may('attendance.read') && (
        <Button
          variant="default"
          component={Link}
          to={`/people/${person.id}/attendance`}
          leftSection={<IconCalendarStats size={18} />}
        >
          {tAttendance('person.open')}
        </Button>
      )}
    </Group>
  );
}

function Waiting() {
  return (
    <Stack aria-busy="true">
      <Skeleton height={60} width={320} maw="100%" />
      <Skeleton height={320} />
    </Stack>
  );
}
