import { Button, Group, Textarea, type TextareaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../ui/toast.js';

interface RequestEndProps {
  reason: TextareaProps;
  sending: boolean;
}

/** What every request ends with: why, and the button that sends it. */
export function RequestEnd({ reason, sending }: RequestEndProps) {
  const { t } = useTranslation('requests');
  return (
    <>
      <Textarea autosize minRows={2} label={t('field.reason')} {...reason} />
      <Group justify="flex-end">
        <Button type="submit" loading={sending}>
          {t('send')}
        </Button>
      </Group>
    </>
  );
}

/** Says that a request waits now, and closes its form. */
export function useAsked(onDone: () => void): () => void {
  const { t } = useTranslation('requests');
  const toast = useToast();
  return () => {
    toast.done(t('asked'));
    onDone();
  };
}
