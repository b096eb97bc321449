import { Button, EmptyState } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

/** A page that failed to draw or whose bundle is gone after an update: a reload is the cure for both. */
export function RouteError() {
  const { t } = useTranslation();
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  return (
    <EmptyState
      py={80}
      icon={<IconAlertTriangle />}
      variant="light"
      color="orange"
      title={t('crash.title')}
      description={t('crash.text')}
    >
      <EmptyState.Actions>
        <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}
