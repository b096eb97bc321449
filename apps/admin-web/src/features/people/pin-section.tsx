import { Badge, Button, Group, Modal, Stack, Text, TextInput, ThemeIcon } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { pin as pinRule, type Person } from '@rollcall/contracts';
import { IconPasswordMobilePhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/api-problem.js';
import { useProblemText } from '../../api/problem-text.js';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useRemovePin, useSetPin } from './people.queries.js';

/** Whether a person has a PIN; which one it is nobody is ever shown. */
export function PinSection({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const editable = useMay()('people.edit');
  return (
    <Section title={t('pin.title')} description={t('pin.lead')}>
      <Stack>
        <Group gap="sm" wrap="nowrap">
          <ThemeIcon size={40} radius="xl" variant="light" color={person.hasPin ? 'green' : 'gray'}>
            <IconPasswordMobilePhone size={22} stroke={1.7} />
          </ThemeIcon>
          <Badge color={person.hasPin ? 'green' : 'gray'} size="lg">
            {t(person.hasPin ? 'pin.set' : 'pin.unset')}
          </Badge>
        </Group>
        {editable && <Actions person={person} />}
      </Stack>
    </Section>
  );
}

function Actions({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const [opened, { open, close }] = useDisclosure();
  return (
    <Group gap="xs">
      <Button variant="light" onClick={open}>
        {t(person.hasPin ? 'pin.change' : 'pin.give')}
      </Button>
      {person.hasPin && <Remove person={person} />}
      <Modal opened={opened} onClose={close} title={t('pin.titleOf', { name: person.name })}>
        <PinForm person={person} onDone={close} />
      </Modal>
    </Group>
  );
}

function Remove({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const confirm = useConfirmDelete();
  const toast = useToast();
  const remove = useRemovePin(person.id);
  const ask = () =>
    confirm({
      title: t('pin.removeTitle', { name: person.name }),
      text: t('pin.removeText'),
      confirm: t('pin.remove'),
      onConfirm: () =>
        remove.mutate(undefined, { onSuccess: () => toast.done(t('pin.removed')), onError: toast.failed }),
    });
  return (
    <Button variant="subtle" color="red" loading={remove.isPending} onClick={ask}>
      {t('pin.remove')}
    </Button>
  );
}

function usePinForm() {
  const { t } = useTranslation('people');
  return useForm({
    initialValues: { pin: '', again: '' },
    validate: {
      pin: (pin) => (pinRule.safeParse(pin).success ? null : t('pin.digits')),
      again: (again, { pin }) => (again === pin ? null : t('pin.differs')),
    },
  });
}

/** Nobody reads it over a shoulder, and no browser offers to keep it. */
const SECRET = {
  type: 'password',
  inputMode: 'numeric',
  autoComplete: 'new-password',
  maxLength: 12,
} as const;

function PinForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation('people');
  const { t: tApp } = useTranslation();
  const problem = useProblemText();
  const toast = useToast();
  const form = usePinForm();
  const set = useSetPin(person.id);
  const submit = form.onSubmit(({ pin }) =>
    set.mutate(pin, {
      onSuccess: () => {
        toast.done(t('pin.saved'));
        onDone();
      },
      onError: (error) =>
        isProblem(error, 'PIN_TOO_SIMPLE') && form.setFieldError('pin', problem.text(error)),
    }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Text fz="sm">{t('pin.explain')}</Text>
        {!isProblem(set.error, 'PIN_TOO_SIMPLE') && <ProblemAlert error={set.error} />}
        <TextInput
          {...SECRET}
          data-autofocus
          label={t('pin.new')}
          description={t('pin.digits')}
          {...form.getInputProps('pin')}
        />
        <TextInput {...SECRET} label={t('pin.again')} {...form.getInputProps('again')} />
        <Group justify="flex-end">
          <Button type="submit" loading={set.isPending}>
            {tApp('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
