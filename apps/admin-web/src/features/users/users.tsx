import { ActionIcon, Badge, Box, Button, Group, Skeleton, Table, Text } from '@mantine/core';
import type { Role, User, UserCreated } from '@rollcall/contracts';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { useMoments } from '../../ui/moments.js';
import { PersonAvatar } from '../../ui/person-avatar.js';
import { SecretOnce } from '../../ui/secret-once.js';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useSession } from '../auth/session.js';
import { UserDrawer } from './user-drawer.js';
import { useDeleteUser, useUsers } from './users.queries.js';

export function Users() {
  const { t } = useTranslation('users');
  const users = useUsers();
  const [editing, setEditing] = useState<User | 'new' | null>(null);
  const [fresh, setFresh] = useState<UserCreated | null>(null);
  const created = (user: UserCreated) => {
    setEditing(null);
    if (user.temporaryPassword) setFresh(user);
  };
  const editable = useMay()('users.edit');
  const add = editable && (
    <Button size="xs" variant="light" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Section title={t('users')} description={t('usersLead')} actions={add}>
      {users.isPending && <Skeleton height={160} />}
      {users.isError && <LoadFailure error={users.error} onRetry={() => void users.refetch()} />}
      {users.data && <UserTable users={users.data} onEdit={setEditing} />}
      <UserDrawer editing={editing} onClose={() => setEditing(null)} onCreated={created} />
      <SecretOnce
        title={t('temporary.title', { name: fresh?.name ?? '' })}
        label={t('temporary.label')}
        secret={fresh?.temporaryPassword ?? null}
        onDone={() => setFresh(null)}
      >
        <Text fz="sm">{t('temporary.text')}</Text>
      </SecretOnce>
    </Section>
  );
}

function UserTable({ users, onEdit }: { users: User[]; onEdit: (user: User) => void }) {
  const { t } = useTranslation('users');
  return (
    <Table verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('field.name')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('field.role')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('lastLogin')}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {users.map((user) => (
          <UserRow key={user.id} user={user} onEdit={() => onEdit(user)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function UserRow({ user, onEdit }: { user: User; onEdit: () => void }) {
  const { t } = useTranslation('users');
  const moments = useMoments();
  const editable = useMay()('users.edit');
  const { data: me } = useSession();
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <PersonAvatar name={user.name} size={34} visibleFrom="sm" />
          <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <Text fw={600}>
              {user.name}
              {me?.id === user.id && (
                <Text span c="dimmed" fw={400}>
                  {t('you')}
                </Text>
              )}
            </Text>
            <Text fz="sm" c="dimmed">
              {user.email}
            </Text>
            <Box hiddenFrom="sm" mt={4}>
              <RoleBadge role={user.role} />
            </Box>
          </div>
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <RoleBadge role={user.role} />
      </Table.Td>
      <Table.Td visibleFrom="sm">{moments.ago(user.lastLoginAt)}</Table.Td>
      <Table.Td>{editable && <UserActions user={user} own={me?.id === user.id} onEdit={onEdit} />}</Table.Td>
    </Table.Tr>
  );
}

function RoleBadge({ role }: { role: Role }) {
  const { t } = useTranslation('users');
  // The cell around it may become as narrow as a letter, and would cut the word.
  return (
    <Badge miw="max-content" color={role === 'admin' ? 'petrol' : 'gray'}>
      {t(`role.${role}.name`)}
    </Badge>
  );
}

function UserActions({ user, own, onEdit }: { user: User; own: boolean; onEdit: () => void }) {
  const { t } = useTranslation('users');
  const { t: tApp } = useTranslation();
  const confirm = useConfirmDelete();
  const toast = useToast();
  const remove = useDeleteUser();
  const ask = () =>
    confirm({
      title: t('delete.title', { name: user.name }),
      text: t('delete.text'),
      onConfirm: () => remove.mutate(user.id, { onError: toast.failed }),
    });
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        onClick={onEdit}
        aria-label={`${tApp('action.edit')}: ${user.name}`}
      >
        <IconPencil size={18} />
      </ActionIcon>
      {!own && (
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          onClick={ask}
          aria-label={`${tApp('action.delete')}: ${user.name}`}
        >
          <IconTrash size={18} />
        </ActionIcon>
      )}
    </Group>
  );
}
