import { ActionIcon, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { Dropzone, type DropzoneProps } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { IconX, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBytes } from './bytes.js';

interface FileDropProps {
  label: string;
  hint: string;
  /** Said when a file of another kind is dropped. */
  rejection: string;
  icon: Icon;
  accept: DropzoneProps['accept'];
  file: File | null;
  onFile: (file: File | null) => void;
}

/** Takes one file and then names it in its place. */
export function FileDrop({ file, onFile, ...words }: FileDropProps) {
  return file ? (
    <Chosen file={file} icon={words.icon} onRemove={() => onFile(null)} />
  ) : (
    <Empty {...words} onFile={onFile} />
  );
}

function Empty({ label, hint, rejection, icon: Sign, accept, onFile }: Omit<FileDropProps, 'file'>) {
  const [rejected, setRejected] = useState(false);
  return (
    <Dropzone
      accept={accept}
      multiple={false}
      radius="md"
      p="lg"
      aria-label={label}
      inputProps={{ 'aria-label': label }}
      onReject={() => setRejected(true)}
      onDrop={([first]) => {
        setRejected(false);
        if (first) onFile(first);
      }}
    >
      <Group wrap="nowrap" mih={60} style={{ pointerEvents: 'none' }}>
        <ThemeIcon size={44} radius="xl" variant="light">
          <Sign size={24} stroke={1.6} />
        </ThemeIcon>
        <Stack gap={2}>
          <Text fw={600}>{label}</Text>
          <Text fz="sm" c={rejected ? 'red' : 'dimmed'} role={rejected ? 'alert' : undefined}>
            {rejected ? rejection : hint}
          </Text>
        </Stack>
      </Group>
    </Dropzone>
  );
}

function Chosen({ file, icon: Sign, onRemove }: { file: File; icon: Icon; onRemove: () => void }) {
  const { t } = useTranslation('ui');
  const bytes = useBytes();
  return (
    <Group
      wrap="nowrap"
      p="md"
      style={{ borderRadius: 'var(--mantine-radius-md)', background: 'var(--rc-surface-muted)' }}
    >
      <ThemeIcon size={44} radius="xl" variant="light" color="green">
        <Sign size={24} stroke={1.6} />
      </ThemeIcon>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text fw={600} truncate>
          {file.name}
        </Text>
        <Text fz="sm" c="dimmed">
          {bytes(file.size)}
        </Text>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        onClick={onRemove}
        aria-label={`${t('drop.replace')}: ${file.name}`}
      >
        <IconX size={18} />
      </ActionIcon>
    </Group>
  );
}
