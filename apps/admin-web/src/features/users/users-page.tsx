import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Denied } from '../../ui/denied.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { ApiTokens } from './api-tokens.js';
import { Users } from './users.js';

export function UsersPage() {
  const { t } = useTranslation('users');
  const may = useMay();
  if (!may('users.read')) return <Denied />;
  return (
    <Page title={t('title')} description={t('lead')}>
      <Stack gap="lg">
        <Users />
        {may('users.edit') && <ApiTokens />}
      </Stack>
    </Page>
  );
}
