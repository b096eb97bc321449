import { Alert, Anchor, Button, Group, Stack } from '@mantine/core';
import type { ReviewItem } from '@rollcall/contracts';
import { IconWritingSign } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isProblem } from '../../api/api-problem.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useToast } from '../../ui/toast.js';
import { GiveConsent } from '../people/consent-section.js';
import { hasConsent } from '../people/enrolment-badge.js';
import { useCreatePerson, usePerson } from '../people/people.queries.js';
import { PersonForm } from '../people/person-form.js';
import { PersonPicker, type PickedPerson } from '../people/person-picker.js';
import { useEnrollFromCheckIn } from './reviews.queries.js';

interface EnrollPanelProps {
  item: ReviewItem;
  onEnrolled: () => void;
  onClose: () => void;
}

/** Whose face it is: somebody who is here already, or somebody new. */
export function EnrollPanel({ item, onEnrolled, onClose }: EnrollPanelProps) {
  const { t } = useTranslation('reviews');
  const { t: tApp } = useTranslation();
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [creating, setCreating] = useState(false);
  return (
    <Stack gap="sm">
      {creating ? (
        <NewPerson
          onCreated={(created) => {
            setPerson(created);
            setCreating(false);
          }}
        />
      ) : (
        <PersonPicker autoFocus label={t('enroll.whose')} value={person} onChange={setPerson} />
      )}
      {person && !creating && (
        <Enroll key={person.id} item={item} personId={person.id} onEnrolled={onEnrolled} />
      )}
      <Group justify="space-between" gap="xs">
        <Button variant="subtle" size="compact-sm" onClick={() => setCreating(!creating)}>
          {t(creating ? 'enroll.known' : 'enroll.new')}
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
          {tApp('action.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function NewPerson({ onCreated }: { onCreated: (person: PickedPerson) => void }) {
  const { t } = useTranslation('people');
  const create = useCreatePerson();
  return (
    <PersonForm
      columns={2}
      submitLabel={t('create.submit')}
      saving={create.isPending}
      error={create.error}
      onSubmit={(values, { refuse }) => create.mutate(values, { onSuccess: onCreated, onError: refuse })}
    />
  );
}

interface EnrollProps {
  item: ReviewItem;
  personId: string;
  onEnrolled: () => void;
}

function Enroll({ item, personId, onEnrolled }: EnrollProps) {
  const { t } = useTranslation('reviews');
  const toast = useToast();
  const { data: person } = usePerson(personId);
  const enroll = useEnrollFromCheckIn(item.checkIn.id);
  if (!person) return null;
  if (!hasConsent(person)) {
    return (
      <Alert color="gray" icon={<IconWritingSign />}>
        <Stack gap="xs" align="flex-start">
          {t('enroll.consentFirst', { name: person.name })}
          <GiveConsent person={person} />
        </Stack>
      </Alert>
    );
  }
  const done = () => {
    toast.done(t('enroll.done', { name: person.name }));
    onEnrolled();
  };
  return (
    <Stack gap="sm">
      <Refusal error={enroll.error} />
      <Group justify="flex-end">
        <Button loading={enroll.isPending} onClick={() => enroll.mutate(person.id, { onSuccess: done })}>
          {t('enroll.submit', { name: person.name })}
        </Button>
      </Group>
    </Stack>
  );
}

function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation('faces');
  return (
    <>
      <ProblemAlert error={error} />
      {isProblem(error) && error.personId && (
        <Anchor component={Link} to={`/people/${error.personId}`} fz="sm" fw={600}>
          {t('attempt.other')}
        </Anchor>
      )}
    </>
  );
}
