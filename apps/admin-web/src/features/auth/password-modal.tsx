import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { passwordChange } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { rulesOf } from '../../ui/form-rules.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useToast } from '../../ui/toast.js';
import { useChangePassword } from './auth.queries.js';

export function PasswordModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('auth');
  return (
    <Modal opened={opened} onClose={onClose} title={t('change.title')}>
      <PasswordForm onDone={onClose} />
    </Modal>
  );
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('auth');
  const { t: tUi } = useTranslation('ui');
  const toast = useToast();
  const change = useChangePassword();
  const rules = rulesOf(passwordChange, tUi);
  const form = useForm({
    initialValues: { current: '', next: '', again: '' },
    validate: (values) => ({
      ...rules(values),
      ...(values.again === values.next ? {} : { again: t('change.differs') }),
    }),
  });
  const submit = form.onSubmit(({ current, next }) =>
    change.mutate({ current, next }, { onSuccess: () => (toast.done(t('change.done')), onDone()) }),
  );
  const input = (name: 'current' | 'next' | 'again') => ({
    label: t(`change.${name}`),
    autoComplete: name === 'current' ? 'current-password' : 'new-password',
    visibilityToggleButtonProps: { 'aria-label': t('showPassword') },
    ...form.getInputProps(name),
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ProblemAlert error={change.error} />
        <PasswordInput data-autofocus {...input('current')} />
        <PasswordInput description={t('change.rule')} {...input('next')} />
        <PasswordInput {...input('again')} />
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending}>
            {t('change.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
