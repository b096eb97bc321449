import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Style } from '@rollcall/contracts';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../../ui/file-drop.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useToast } from '../../../ui/toast.js';
import { useUploadStyle } from './styles.queries.js';

const KINDS = ['image/jpeg', 'image/png', 'image/webp'];
const LONGEST_NAME = 80;

/** A picture of one's own as a style. */
export function UploadStyle({ onUploaded }: { onUploaded: (style: Style) => void }) {
  const { t } = useTranslation('badges');
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="xs" variant="light" leftSection={<IconPhotoPlus size={16} />} onClick={open}>
        {t('style.upload.open')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('style.upload.title')}>
        <UploadForm
          onUploaded={(style) => {
            close();
            onUploaded(style);
          }}
        />
      </Modal>
    </>
  );
}

const nameOf = (file: File) => file.name.replace(/\.[^.]+$/, '').slice(0, LONGEST_NAME);

function UploadForm({ onUploaded }: { onUploaded: (style: Style) => void }) {
  const { t } = useTranslation('badges');
  const { t: tUi } = useTranslation('ui');
  const toast = useToast();
  const upload = useUploadStyle();
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState('');
  const choose = (next: File | null) => {
    setFile(next);
    setName(next ? name || nameOf(next) : '');
    upload.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!file) return;
    upload.mutate(
      { image: file, name: name.trim() },
      {
        onSuccess: (style) => {
          toast.done(t('style.upload.done', { name: style.name }));
          onUploaded(style);
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text fz="sm" c="dimmed">
          {t('style.upload.lead')}
        </Text>
        <FileDrop
          label={t('style.upload.drop')}
          hint={tUi('drop.kindsAny')}
          rejection={tUi('drop.rejected')}
          icon={IconPhotoPlus}
          accept={KINDS}
          file={file}
          onFile={choose}
        />
        <TextInput
          label={t('style.upload.name')}
          maxLength={LONGEST_NAME}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ProblemAlert error={upload.error} />
        <Button type="submit" disabled={!file || name.trim() === ''} loading={upload.isPending}>
          {t('style.upload.submit')}
        </Button>
      </Stack>
    </form>
  );
}
