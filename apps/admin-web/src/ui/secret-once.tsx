import { Alert, Button, Checkbox, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SecretOnceProps {
  title: string;
  label: string;
  secret: string | null;
  children?: ReactNode;
  onDone: () => void;
}

/** A key, token or first password: visible until it is stored, then never again. */
export function SecretOnce({ secret, title, onDone, ...body }: SecretOnceProps) {
  return (
    <Modal
      opened={secret !== null}
      onClose={onDone}
      title={title}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      {secret !== null && <SecretBody secret={secret} onDone={onDone} {...body} />}
    </Modal>
  );
}

function SecretBody({
  secret,
  label,
  children,
  onDone,
}: Omit<SecretOnceProps, 'title' | 'secret'> & { secret: string }) {
  const { t } = useTranslation('ui');
  const [stored, setStored] = useState(false);
  return (
    <Stack>
      <Alert color="yellow" icon={<IconKey />}>
        {t('secret.once')}
      </Alert>
      <div>
        <Text fz="sm" fw={600} mb={4}>
          {label}
        </Text>
        <Group wrap="nowrap" align="stretch" gap="xs">
          <Code block fz="md" style={{ flex: 1, wordBreak: 'break-all', whiteSpace: 'pre-wrap' }} data-secret>
            {secret}
          </Code>
          <CopySecret secret={secret} />
        </Group>
      </div>
      {children}
      <Group justify="space-between" mt="xs">
        <Checkbox
          label={t('secret.stored')}
          checked={stored}
          onChange={(event) => setStored(event.currentTarget.checked)}
        />
        <Button disabled={!stored} onClick={onDone}>
          {t('secret.done')}
        </Button>
      </Group>
    </Stack>
  );
}

function CopySecret({ secret }: { secret: string }) {
  const { t } = useTranslation('ui');
  return (
    <CopyButton value={secret} timeout={2500}>
      {({ copied, copy }) => (
        <Button
          h="auto"
          miw={110}
          variant="light"
          color={copied ? 'green' : undefined}
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={copy}
        >
          {copied ? t('copied') : t('copy')}
        </Button>
      )}
    </CopyButton>
  );
}
