import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Person } from '@rollcall/contracts';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { useErasePerson } from './people.queries.js';

export function EraseSection({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const [opened, { open, close }] = useDisclosure();
  return (
    <Section title={t('erase.title')} description={t('erase.lead')}>
      <Button
        color="red"
        variant="light"
        w="fit-content"
        leftSection={<IconTrash size={18} />}
        onClick={open}
      >
        {t('erase.open')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('erase.question', { name: person.name })}>
        <EraseForm person={person} onCancel={close} />
      </Modal>
    </Section>
  );
}

function EraseForm({ person, onCancel }: { person: Person; onCancel: () => void }) {
  const { t } = useTranslation('people');
  const { t: tApp } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const erase = useErasePerson(person.id);
  const [typed, setTyped] = useState('');
  const sure = typed.trim() === person.employeeNo;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!sure) return;
    erase.mutate(undefined, {
      onSuccess: (receipt) => {
        toast.done(
          t('erase.done', {
            templates: receipt.templates,
            photos: receipt.photos,
            frames: receipt.frames,
            portraits: receipt.portraits,
          }),
        );
        void navigate('/people');
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text fz="sm">{t('erase.goes')}</Text>
        <List fz="sm" spacing={4}>
          <List.Item>{t('erase.details')}</List.Item>
          <List.Item>{t('erase.faces')}</List.Item>
          <List.Item>{t('erase.portraits')}</List.Item>
          <List.Item>{t('erase.frames')}</List.Item>
        </List>
        <Text fz="sm">{t('erase.stays')}</Text>
        <ProblemAlert error={erase.error} />
        <TextInput
          data-autofocus
          autoComplete="off"
          label={t('erase.type', { number: person.employeeNo })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {tApp('action.cancel')}
          </Button>
          <Button type="submit" color="red" disabled={!sure} loading={erase.isPending}>
            {t('erase.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
