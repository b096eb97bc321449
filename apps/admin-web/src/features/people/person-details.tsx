import { Divider, Switch } from '@mantine/core';
import type { Person } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useUpdatePerson } from './people.queries.js';
import { PersonFacts } from './person-facts.js';
import { PersonForm } from './person-form.js';

export function PersonDetails({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const editable = useMay()('people.edit');
  return (
    <Section title={t('details')}>
      {editable ? <EditableDetails person={person} /> : <PersonFacts person={person} />}
    </Section>
  );
}

function EditableDetails({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const { t: tApp } = useTranslation();
  const toast = useToast();
  const update = useUpdatePerson(person.id);
  const setStatus = useUpdatePerson(person.id);
  return (
    <>
      <PersonForm
        person={person}
        columns={2}
        submitLabel={tApp('action.save')}
        saving={update.isPending}
        error={update.error}
        onSubmit={(values, hooks) =>
          update.mutate(values, {
            onSuccess: () => {
              toast.done(tApp('saved'));
              hooks.settle();
            },
            onError: hooks.refuse,
          })
        }
      />
      <Divider my="md" />
      <Switch
        label={t('active.label')}
        description={t('active.text')}
        checked={person.status === 'active'}
        disabled={setStatus.isPending}
        onChange={(event) =>
          setStatus.mutate(
            { status: event.currentTarget.checked ? 'active' : 'inactive' },
            { onError: toast.failed },
          )
        }
      />
    </>
  );
}
