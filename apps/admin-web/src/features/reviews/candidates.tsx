import { Anchor, Stack, Text } from '@mantine/core';
import type { ReviewItem } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../auth/permissions.js';
import { SimilarityMeter } from '../recognition/similarity-meter.js';

const FEW = 3;

/** Whom the face resembled most, with the line from which it would have counted. */
export function Candidates({ item: { candidates, checkIn } }: { item: ReviewItem }) {
  const { t } = useTranslation('reviews');
  const scores = useMay()('checkIns.frame');
  if (candidates.length === 0) {
    return scores ? (
      <Text fz="sm" c="dimmed">
        {t('candidates.none')}
      </Text>
    ) : null;
  }
  return (
    <Stack gap="xs" role="group" aria-label={t('candidates.title')}>
      <Text fz="sm" fw={600}>
        {t('candidates.title')}
      </Text>
      {candidates.slice(0, FEW).map(({ person, similarity }, index) => (
        <div key={person.id}>
          <Anchor component={Link} to={`/people/${person.id}`} fz="sm" fw={600} c="inherit">
            {person.name}{' '}
            <Text span c="dimmed" fw={400} inherit>
              {person.employeeNo}
            </Text>
          </Anchor>
          {scores && (
            <SimilarityMeter
              explain={index === 0}
              similarity={similarity}
              threshold={checkIn.threshold ?? null}
            />
          )}
        </div>
      ))}
    </Stack>
  );
}
