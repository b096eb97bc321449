import { Alert } from '@mantine/core';
import type { PackInfo } from '@rollcall/contracts';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';

interface PackLimitProps {
  pack: Pick<PackInfo, 'measurement' | 'mostPeople'>;
  /** How many are enrolled; without, it is said to somebody who chooses. */
  people?: number;
}

/** For how many people a pack is good, with the figures: where one chooses, and once the gallery has outgrown it. */
export function PackLimit({ pack: { measurement, mostPeople }, people }: PackLimitProps) {
  const { t } = useTranslation('models');
  const { number } = useMoments();
  if (mostPeople === null || (people !== undefined && people <= mostPeople)) return null;
  return (
    <Alert
      color="yellow"
      p="sm"
      icon={<IconUsersGroup />}
      title={
        people === undefined
          ? t('limit.title', { people: number(mostPeople) })
          : t('limit.outgrown', { people: number(people) })
      }
    >
      {t(measurement === 'open' ? 'limit.open' : 'limit.text')}
    </Alert>
  );
}
