import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';

interface Question {
  title: string;
  text: string;
  confirm?: string;
  /** For a step that can be taken back. */
  harmless?: boolean;
  onConfirm: () => void;
}

export function useConfirmDelete() {
  const { t } = useTranslation('ui');
  return ({ title, text, confirm, harmless = false, onConfirm }: Question) =>
    modals.openConfirmModal({
      title,
      children: <Text fz="sm">{text}</Text>,
      labels: { confirm: confirm ?? t('delete.confirm'), cancel: t('delete.cancel') },
      confirmProps: harmless ? {} : { color: 'red' },
      onConfirm,
    });
}
