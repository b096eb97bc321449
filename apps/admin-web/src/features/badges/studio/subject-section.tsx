import { Alert, Anchor, EmptyState, Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LoadFailure } from '../../../ui/load-failure.js';
import { Section } from '../../../ui/section.js';
import { useFaces } from '../../faces/faces.queries.js';
import { NO_FILTERS, usePeople, usePerson } from '../../people/people.queries.js';
import { PersonPicker } from '../../people/person-picker.js';
import { PhotoChoice } from './photo-choice.js';

interface SubjectSectionProps {
  personId: string | null;
  faceId: string | null;
  onPerson: (id: string | null) => void;
  onFace: (id: string) => void;
}

/** Who is painted, and from which of their photos. */
export function SubjectSection({ personId, faceId, onPerson, onFace }: SubjectSectionProps) {
  const { t } = useTranslation('badges');
  return (
    <Section title={t('subject.title')} description={t('subject.lead')}>
      <Stack gap="md">
        {personId ? <Known personId={personId} onPerson={onPerson} /> : <Unknown onPerson={onPerson} />}
        {personId && <Photos personId={personId} faceId={faceId} onFace={onFace} />}
      </Stack>
    </Section>
  );
}

type Choosing = Pick<SubjectSectionProps, 'onPerson'>;

function Known({ personId, onPerson }: Choosing & { personId: string }) {
  const { t } = useTranslation('badges');
  const person = usePerson(personId);
  if (person.isError) return <LoadFailure error={person.error} onRetry={() => onPerson(null)} />;
  return (
    <PersonPicker
      key={person.data ? 'known' : 'loading'}
      label={t('subject.person')}
      value={person.data ?? null}
      onChange={(picked) => onPerson(picked?.id ?? null)}
    />
  );
}

/** A picker is of no use where there is nobody to pick. */
function Unknown({ onPerson }: Choosing) {
  const { t } = useTranslation('badges');
  const people = usePeople(NO_FILTERS);
  const everybody = people.data?.pages.flatMap(({ items }) => items) ?? [];
  if (people.data && !people.hasNextPage && everybody.every(({ enrolled }) => !enrolled)) {
    return (
      <EmptyState
        py="md"
        variant="light"
        icon={<IconUserPlus />}
        title={t(everybody.length === 0 ? 'subject.nobody.title' : 'subject.noneEnrolled.title')}
        description={t(everybody.length === 0 ? 'subject.nobody.text' : 'subject.noneEnrolled.text')}
      >
        <EmptyState.Actions>
          <Button component={Link} to="/people">
            {t('subject.toPeople')}
          </Button>
        </EmptyState.Actions>
      </EmptyState>
    );
  }
  return (
    <PersonPicker
      label={t('subject.person')}
      value={null}
      onChange={(picked) => onPerson(picked?.id ?? null)}
    />
  );
}

interface PhotosProps {
  personId: string;
  faceId: string | null;
  onFace: (id: string) => void;
}

function Photos({ personId, faceId, onFace }: PhotosProps) {
  const { t } = useTranslation('badges');
  const faces = useFaces(personId);
  if (faces.isPending) return <Skeleton height={132} />;
  if (faces.isError) return <LoadFailure error={faces.error} onRetry={() => void faces.refetch()} />;
  if (faces.data.length > 0) {
    return <PhotoChoice personId={personId} faces={faces.data} faceId={faceId} onFace={onFace} />;
  }
  return (
    <Alert color="gray" icon={<IconInfoCircle />}>
      <Text fz="sm">
        {t('subject.noPhoto')}{' '}
        <Anchor component={Link} to={`/people/${personId}`} fz="sm" fw={600}>
          {t('subject.enrol')}
        </Anchor>
      </Text>
    </Alert>
  );
}
