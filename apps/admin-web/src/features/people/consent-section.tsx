import { Button, Group, Modal, Stack, Text, TextInput, ThemeIcon } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { Person } from '@rollcall/contracts';
import { IconShieldCheck, IconShieldOff, IconWritingSign } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { useMoments } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { hasConsent } from './enrolment-badge.js';
import { useGiveConsent, useWithdrawConsent } from './people.queries.js';

export function ConsentSection({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const editable = useMay()('people.edit');
  const given = hasConsent(person);
  return (
    <Section title={t('consent.title')} description={t('consent.lead')}>
      <Stack gap="md">
        <ConsentState person={person} />
        {editable && (given ? <Withdraw person={person} /> : <GiveConsent person={person} />)}
      </Stack>
    </Section>
  );
}

function ConsentState({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const moments = useMoments();
  const given = hasConsent(person);
  const date = person.consent && moments.date(person.consent.withdrawnAt ?? person.consent.givenAt);
  const StateIcon = given ? IconShieldCheck : IconShieldOff;
  return (
    <Group gap="sm" wrap="nowrap">
      <ThemeIcon size={40} radius="xl" variant="light" color={given ? 'green' : 'gray'}>
        <StateIcon size={22} stroke={1.7} />
      </ThemeIcon>
      <div>
        <Text fw={600}>
          {t(given ? 'consent.given' : person.consent ? 'consent.withdrawn' : 'consent.missing')}
        </Text>
        <Text fz="sm" c="dimmed">
          {person.consent
            ? t('consent.record', { version: person.consent.documentVersion, date })
            : t('consent.none')}
        </Text>
      </div>
    </Group>
  );
}

/** The button that asks for what was signed, and records it. */
export function GiveConsent({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="light" leftSection={<IconWritingSign size={18} />} onClick={open} w="fit-content">
        {t('consent.give')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('consent.giveTitle', { name: person.name })}>
        <GiveForm person={person} onDone={close} />
      </Modal>
    </>
  );
}

const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
/** The chosen day; today counts as this moment, because a time ahead of the clock makes no sense. */
const instantOf = (day: string) => (day === today() ? new Date() : new Date(`${day}T12:00:00`)).toISOString();

function GiveForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation('people');
  const { t: tUi } = useTranslation('ui');
  const give = useGiveConsent(person.id);
  const form = useForm({
    initialValues: { documentVersion: '1', day: today() },
    validate: {
      documentVersion: (value) => (value.trim() ? null : tUi('field.required')),
      day: (value) => (value && value <= today() ? null : tUi('field.invalid')),
    },
  });
  const submit = form.onSubmit(({ documentVersion, day }) =>
    give.mutate({ documentVersion: documentVersion.trim(), givenAt: instantOf(day) }, { onSuccess: onDone }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Text fz="sm">{t('consent.explain')}</Text>
        <ProblemAlert error={give.error} />
        <TextInput
          data-autofocus
          label={t('consent.version')}
          description={t('consent.versionHint')}
          {...form.getInputProps('documentVersion')}
        />
        <TextInput type="date" max={today()} label={t('consent.day')} {...form.getInputProps('day')} />
        <Group justify="flex-end">
          <Button type="submit" loading={give.isPending}>
            {t('consent.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Withdraw({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const confirm = useConfirmDelete();
  const withdraw = useWithdrawConsent(person.id);
  return (
    <>
      {person.enrolled && (
        <Text fz="sm" c="dimmed">
          {t('consent.withdrawHint')}
        </Text>
      )}
      <Button
        variant="subtle"
        color="red"
        w="fit-content"
        ml={-12}
        loading={withdraw.isPending}
        onClick={() =>
          confirm({
            title: t('consent.withdrawTitle', { name: person.name }),
            text: t('consent.withdrawText'),
            confirm: t('consent.withdraw'),
            onConfirm: () =>
              withdraw.mutate(undefined, {
                onSuccess: () => toast.done(t('consent.withdrawDone')),
                onError: toast.failed,
              }),
          })
        }
      >
        {t('consent.withdraw')}
      </Button>
    </>
  );
}
