import { Badge } from '@mantine/core';
import type { Person } from '@rollcall/contracts';
import { IconCheck, IconFaceId, IconWritingSign } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export const hasConsent = (person: Person): boolean => Boolean(person.consent && !person.consent.withdrawnAt);

/** The next step towards recognising a person: consent, then a face, then nothing. */
export function EnrolmentBadge({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  if (person.enrolled) {
    return (
      <Badge color="green" leftSection={<IconCheck size={12} />}>
        {t('enrolled')}
      </Badge>
    );
  }
  return hasConsent(person) ? (
    <Badge color="petrol" leftSection={<IconFaceId size={12} />}>
      {t('needsFace')}
    </Badge>
  ) : (
    <Badge color="gray" leftSection={<IconWritingSign size={12} />}>
      {t('needsConsent')}
    </Badge>
  );
}
