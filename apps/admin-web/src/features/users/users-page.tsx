import { EmptyState, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { ApiTokens } from './api-tokens.js';
import { Users } from './users.js';

export function UsersPage() {
  const { t } = useTranslation('users');
  const { t: tApp } = useTranslation();
  const may = useMay();
  if (!may('users.read')) {
    return (
      <EmptyState
        py={80}
        icon={<IconLock />}
        title={tApp('denied.title')}
        description={tApp('denied.text')}
      />
    );
  }
  return (
    <Page title={t('title')} description={t('lead')}>
      <Stack gap="lg">
        <Users />
        {may('users.edit') && <ApiTokens />}
      </Stack>
    </Page>
  );
}
