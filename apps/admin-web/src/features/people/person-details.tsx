import { Divider, Switch } from '@mantine/core';
import type { Person } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useUpdatePerson } from './people.queries.js';
import { PersonForm } from './person-form.js';

export function PersonDetails({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const { t: tApp } = useTranslation();
  const editable = useMay()('people.edit');
  const toast = useToast();
  const update = useUpdatePerson(person.id);
  const setStatus = useUpdatePerson(person.id);
  return (
    <Section title={t('details')}>
      <PersonForm
        person={person}
        columns={2}
        readOnly={!editable}
        submitLabel={tApp('action.save')}
        saving={update.isPending}
        error={update.error}
        onSubmit={(values, refuse) =>
          update.mutate(values, { onSuccess: () => toast.done(tApp('saved')), onError: refuse })
        }
      />
      <Divider my="md" />
      <Switch
        label={t('active.label')}
        description={t('active.text')}
        checked={person.status === 'active'}
        disabled={!editable || setStatus.isPending}
        onChange={(event) =>
          setStatus.mutate(
            { status: event.currentTarget.checked ? 'active' : 'inactive' },
            { onError: toast.failed },
          )
        }
      />
    </Section>
  );
}
