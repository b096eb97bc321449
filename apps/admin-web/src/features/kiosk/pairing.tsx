import { Alert, Box, Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { IconKey, IconPlugConnectedX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../ui/language-switch.js';
import { Logo } from '../../ui/logo.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { fetchSelf } from './kiosk.queries.js';
import classes from './pairing.module.css';

interface PairingProps {
  offered: string | null;
  refused: boolean;
  onPaired: (key: string) => void;
}

/** Asks for the device key once; only a key that the server knows is kept. */
export function Pairing({ offered, refused, onPaired }: PairingProps) {
  const { t } = useTranslation('kiosk');
  return (
    <main className={classes.page}>
      <Box className={classes.card}>
        <Group justify="space-between" mb="xl">
          <Logo />
          <LanguageSwitch />
        </Group>
        <Title order={1}>{t('pairing.title')}</Title>
        <Text c="dimmed" mt={4} mb="lg">
          {t('pairing.lead')}
        </Text>
        {refused && (
          <Alert color="orange" icon={<IconPlugConnectedX />} mb="md" role="alert">
            {t('pairing.refused')}
          </Alert>
        )}
        <PairingForm offered={offered} onPaired={onPaired} />
      </Box>
    </main>
  );
}

function PairingForm({ offered, onPaired }: Omit<PairingProps, 'refused'>) {
  const { t } = useTranslation('kiosk');
  const [key, setKey] = useState(offered ?? '');
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (candidate: string) => {
      await fetchSelf(candidate);
      return candidate;
    },
    onSuccess: onPaired,
  });
  useEffect(() => {
    if (offered) mutate(offered);
  }, [offered, mutate]);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (key.trim()) mutate(key.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <ProblemAlert error={error} />
        <PasswordInput
          size="md"
          label={t('pairing.key')}
          description={t('pairing.keyHint')}
          autoComplete="off"
          autoFocus
          leftSection={<IconKey size={18} />}
          visibilityToggleButtonProps={{ 'aria-label': t('pairing.show') }}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={isPending} disabled={!key.trim()}>
          {t('pairing.submit')}
        </Button>
      </Stack>
    </form>
  );
}
