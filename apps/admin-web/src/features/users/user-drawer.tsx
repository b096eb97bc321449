import { Button, Drawer, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { userCreate, type Role, type User, type UserCreated } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/api-problem.js';
import { useProblemText } from '../../api/problem-text.js';
import { refusedFields, rulesOf } from '../../ui/form-rules.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RolePicker } from './role-picker.js';
import { useCreateUser, useUpdateUser } from './users.queries.js';

interface UserDrawerProps {
  editing: User | 'new' | null;
  onClose: () => void;
  onCreated: (user: UserCreated) => void;
}

export function UserDrawer({ editing, onClose, onCreated }: UserDrawerProps) {
  const { t } = useTranslation('users');
  return (
    <Drawer opened={editing !== null} onClose={onClose} title={t(editing === 'new' ? 'add' : 'edit')}>
      {editing === 'new' && <NewUser onCreated={onCreated} />}
      {editing !== 'new' && editing && <ChangeUser user={editing} onDone={onClose} />}
    </Drawer>
  );
}

interface UserValues {
  name: string;
  email: string;
  role: Role;
  password?: string;
}

function NewUser({ onCreated }: { onCreated: (user: UserCreated) => void }) {
  const create = useCreateUser();
  return (
    <UserForm
      saving={create.isPending}
      error={create.error}
      onSubmit={(values, refuse) => create.mutate(values, { onSuccess: onCreated, onError: refuse })}
    />
  );
}

function ChangeUser({ user, onDone }: { user: User; onDone: () => void }) {
  const update = useUpdateUser(user.id);
  return (
    <UserForm
      user={user}
      saving={update.isPending}
      error={update.error}
      onSubmit={(values, refuse) => update.mutate(values, { onSuccess: onDone, onError: refuse })}
    />
  );
}

interface UserFormProps {
  user?: User;
  saving: boolean;
  error: unknown;
  onSubmit: (values: UserValues, refuse: (error: unknown) => void) => void;
}

function useUserForm(user?: User) {
  const { t: tUi } = useTranslation('ui');
  const problem = useProblemText();
  const rules = rulesOf(userCreate, tUi);
  const form = useForm({
    initialValues: {
      name: user?.name ?? '',
      email: user?.email ?? '',
      role: user?.role ?? 'hr',
      password: '',
    },
    validate: (values) => rules({ ...values, password: values.password || undefined }),
  });
  const refuse = (error: unknown) =>
    form.setErrors(isProblem(error, 'EMAIL_TAKEN') ? { email: problem.text(error) } : refusedFields(error));
  return { form, refuse };
}

function UserForm({ user, saving, error, onSubmit }: UserFormProps) {
  const { t } = useTranslation('users');
  const { t: tApp } = useTranslation();
  const { form, refuse } = useUserForm(user);
  const submit = form.onSubmit(({ password, ...values }) =>
    onSubmit({ ...values, ...(password ? { password } : {}) }, refuse),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {!isProblem(error, 'EMAIL_TAKEN') && <ProblemAlert error={error} />}
        <TextInput data-autofocus label={t('field.name')} {...form.getInputProps('name')} />
        <TextInput
          type="email"
          label={t('field.email')}
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <RolePicker value={form.values.role} onChange={(role) => form.setFieldValue('role', role)} />
        <PasswordInput
          label={t(user ? 'field.newPassword' : 'field.password')}
          description={t(user ? 'field.newPasswordHint' : 'field.passwordHint')}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={saving}>
            {tApp(user ? 'action.save' : 'action.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
