import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../auth/permissions.js';
import { useOpenReviews } from './reviews.queries.js';

/** How many check-ins wait, beside the entry of the navigation; nothing where none does. */
export function OpenReviewsBadge() {
  const { t } = useTranslation('reviews');
  const { data } = useOpenReviews(useMay()('reviews.decide'));
  if (!data || data.count === 0) return null;
  return (
    <Badge color="petrol" variant="filled" size="sm" circle={data.count < 10} aria-label={t('open', data)}>
      {data.count}
      {data.more && '+'}
    </Badge>
  );
}
