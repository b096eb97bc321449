import { ActionIcon, Badge, Button, Code, Modal, Skeleton, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ApiToken, ApiTokenCreated } from '@rollcall/contracts';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { useMoments } from '../../ui/moments.js';
import { SecretOnce } from '../../ui/secret-once.js';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { ApiTokenForm } from './api-token-form.js';
import { useApiTokens, useDeleteApiToken } from './users.queries.js';

export function ApiTokens() {
  const { t } = useTranslation('users');
  const tokens = useApiTokens();
  const [creating, { open, close }] = useDisclosure();
  const [fresh, setFresh] = useState<ApiTokenCreated | null>(null);
  const add = (
    <Button size="xs" variant="light" leftSection={<IconPlus size={16} />} onClick={open}>
      {t('token.add')}
    </Button>
  );
  return (
    <Section title={t('token.title')} description={t('token.lead')} actions={add}>
      {tokens.isPending && <Skeleton height={80} />}
      {tokens.isError && <LoadFailure error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && <Text c="dimmed">{t('token.empty')}</Text>}
      {tokens.data && tokens.data.length > 0 && <TokenTable tokens={tokens.data} />}
      <Modal opened={creating} onClose={close} title={t('token.add')}>
        <ApiTokenForm onCreated={(token) => (close(), setFresh(token))} />
      </Modal>
      <SecretOnce
        title={t('token.once', { name: fresh?.name ?? '' })}
        label={t('token.label')}
        secret={fresh?.token ?? null}
        onDone={() => setFresh(null)}
      >
        <Text fz="sm">{t('token.use')}</Text>
        <Code block>{'Authorization: Bearer …'}</Code>
      </SecretOnce>
    </Section>
  );
}

function TokenTable({ tokens }: { tokens: ApiToken[] }) {
  const { t } = useTranslation('users');
  return (
    <Table verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('field.name')}</Table.Th>
          <Table.Th>{t('field.role')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('token.used')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('token.expires')}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function TokenRow({ token }: { token: ApiToken }) {
  const { t } = useTranslation('users');
  const { t: tApp } = useTranslation();
  const moments = useMoments();
  const confirm = useConfirmDelete();
  const toast = useToast();
  const remove = useDeleteApiToken();
  const [now] = useState(Date.now);
  const expired = token.expiresAt !== null && new Date(token.expiresAt).getTime() < now;
  const ask = () =>
    confirm({
      title: t('token.delete', { name: token.name }),
      text: t('token.deleteText'),
      onConfirm: () => remove.mutate(token.id, { onError: toast.failed }),
    });
  return (
    <Table.Tr>
      <Table.Td fw={600} style={{ overflowWrap: 'anywhere' }}>
        {token.name}
      </Table.Td>
      <Table.Td>
        <Badge miw="max-content" color="gray">
          {t(`role.${token.role}.name`)}
        </Badge>
      </Table.Td>
      <Table.Td visibleFrom="sm">{moments.ago(token.lastUsedAt)}</Table.Td>
      <Table.Td visibleFrom="sm" c={expired ? 'red' : undefined}>
        {token.expiresAt ? moments.date(token.expiresAt) : t('token.noExpiry')}
      </Table.Td>
      <Table.Td ta="end">
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          onClick={ask}
          aria-label={`${tApp('action.delete')}: ${token.name}`}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
