import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface SaveChangesProps {
  saving: boolean;
  /** Whether there is anything to save. */
  changed: boolean;
  label?: string;
}

/** The end of a form. */
export function SaveChanges({ saving, changed, label }: SaveChangesProps) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end">
      <Button type="submit" loading={saving} disabled={!changed}>
        {label ?? t('action.save')}
      </Button>
    </Group>
  );
}
