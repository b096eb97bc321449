import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface LoadMoreProps {
  shown: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

export function LoadMore({ shown, hasMore, loading, onMore }: LoadMoreProps) {
  const { t } = useTranslation('ui');
  return (
    <Group justify="center" gap="md" mt="md">
      <Text fz="sm" c="dimmed">
        {t('showing', { count: shown })}
      </Text>
      {hasMore && (
        <Button variant="default" size="xs" loading={loading} onClick={onMore}>
          {t('loadMore')}
        </Button>
      )}
    </Group>
  );
}
