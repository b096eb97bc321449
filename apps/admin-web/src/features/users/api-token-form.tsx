import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { apiTokenCreate, type ApiTokenCreated, type Role } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { refusedFields, rulesOf } from '../../ui/form-rules.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RolePicker } from './role-picker.js';
import { useCreateApiToken } from './users.queries.js';

const DAY_MS = 24 * 60 * 60_000;
const LIFETIMES = ['30', '90', '365', 'never'] as const;

const expiry = (days: string) =>
  days === 'never' ? {} : { expiresAt: new Date(Date.now() + Number(days) * DAY_MS).toISOString() };

export function ApiTokenForm({ onCreated }: { onCreated: (token: ApiTokenCreated) => void }) {
  const { t } = useTranslation('users');
  const { t: tApp } = useTranslation();
  const { t: tUi } = useTranslation('ui');
  const create = useCreateApiToken();
  const rules = rulesOf(apiTokenCreate, tUi);
  const form = useForm({
    initialValues: { name: '', role: 'hr' as Role, days: '90' },
    validate: ({ name, role }) => rules({ name, role }),
  });
  const submit = form.onSubmit(({ name, role, days }) =>
    create.mutate(
      { name, role, ...expiry(days) },
      { onSuccess: onCreated, onError: (error) => form.setErrors(refusedFields(error)) },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ProblemAlert error={create.error} />
        <TextInput
          data-autofocus
          label={t('field.name')}
          description={t('token.nameHint')}
          {...form.getInputProps('name')}
        />
        <RolePicker value={form.values.role} onChange={(role) => form.setFieldValue('role', role)} />
        <Select
          label={t('token.lifetime')}
          allowDeselect={false}
          data={LIFETIMES.map((value) => ({ value, label: t(`token.days.${value}`) }))}
          {...form.getInputProps('days')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            {tApp('action.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
