import { Alert, Text } from '@mantine/core';
import type { Face } from '@rollcall/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';

const TWO = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** How much a photo resembles the person's others; one that resembles none of them may show somebody else. */
export function LikenessNote({ face: { likeness, outlier } }: { face: Face }) {
  const { t } = useTranslation('faces');
  const { number } = useMoments();
  if (outlier) {
    return (
      <Alert color="orange" p="xs" mb="sm" icon={<IconAlertTriangle />} title={t('likeness.outlier')}>
        {t('likeness.outlierText')}
      </Alert>
    );
  }
  if (likeness === null) return null;
  return (
    <Text fz="xs" c="dimmed" mb={6}>
      {t('likeness.value', { value: number(likeness, TWO) })}
    </Text>
  );
}
