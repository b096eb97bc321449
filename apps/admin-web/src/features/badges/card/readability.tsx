import { Alert } from '@mantine/core';
import { contrastOf, GOOD_CONTRAST, LEAST_CONTRAST, type BadgeTemplate } from '@rollcall/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const COLOUR = /^#[0-9a-f]{6}$/i;

/** Says so where the text of a card is hard to read, or cannot be read at all. */
export function Readability({ text, background }: Pick<BadgeTemplate, 'text' | 'background'>) {
  const { t } = useTranslation('badges');
  if (!COLOUR.test(text) || !COLOUR.test(background)) return null;
  const contrast = contrastOf(text, background);
  if (contrast >= GOOD_CONTRAST) return null;
  const unreadable = contrast < LEAST_CONTRAST;
  return (
    <Alert color={unreadable ? 'red' : 'yellow'} icon={<IconAlertTriangle />} role="status">
      {t(unreadable ? 'design.unreadable' : 'design.faint')}
    </Alert>
  );
}
