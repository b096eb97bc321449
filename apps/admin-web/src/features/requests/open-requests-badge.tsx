import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../auth/permissions.js';
import { useWaitingRequests } from './requests.queries.js';

/** How many requests wait, beside the entry of the navigation; nothing where none does. */
export function OpenRequestsBadge() {
  const { t } = useTranslation('requests');
  const { data } = useWaitingRequests(useMay()('attendance.edit'));
  if (!data || data.count === 0) return null;
  return (
    <Badge
      color="petrol"
      variant="filled"
      size="sm"
      circle={data.count < 10}
      aria-label={t('waiting', { count: data.count })}
    >
      {data.count}
      {data.more && '+'}
    </Badge>
  );
}
