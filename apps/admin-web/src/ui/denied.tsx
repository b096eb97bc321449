import { EmptyState } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** In place of a page that the role may not see. */
export function Denied() {
  const { t } = useTranslation();
  return <EmptyState py={80} icon={<IconLock />} title={t('denied.title')} description={t('denied.text')} />;
}
