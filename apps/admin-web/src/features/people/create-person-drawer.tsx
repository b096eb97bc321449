import { Drawer, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCreatePerson } from './people.queries.js';
import { PersonForm } from './person-form.js';

export function CreatePersonDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const create = useCreatePerson();
  return (
    <Drawer opened={opened} onClose={onClose} title={t('create.title')} onExitTransitionEnd={create.reset}>
      <Text c="dimmed" fz="sm" mb="md">
        {t('create.lead')}
      </Text>
      <PersonForm
        submitLabel={t('create.submit')}
        saving={create.isPending}
        error={create.error}
        onSubmit={(values, { refuse }) =>
          create.mutate(values, { onSuccess: ({ id }) => void navigate(`/people/${id}`), onError: refuse })
        }
      />
    </Drawer>
  );
}
