import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconApi, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LogoMark } from '../../ui/logo.js';
import { Section } from '../../ui/section.js';
import { PasswordModal } from '../auth/password-modal.js';
import { useSession } from '../auth/session.js';

export function About() {
  const { t } = useTranslation('settings');
  const { t: tApp } = useTranslation();
  const { data: user } = useSession();
  const [asking, { open, close }] = useDisclosure();
  return (
    <>
      <Section title={t('account.title')} description={user?.email}>
        <Button variant="light" w="fit-content" leftSection={<IconLock size={18} />} onClick={open}>
          {tApp('account.password')}
        </Button>
        <PasswordModal opened={asking} onClose={close} />
      </Section>
      <Section title={t('about.title')}>
        <Stack>
          <Group wrap="nowrap" align="flex-start">
            <LogoMark size={40} />
            <Text fz="sm" c="dimmed">
              {t('about.text')}
            </Text>
          </Group>
          <Anchor href="/api/docs" target="_blank" rel="noopener" fw={600} w="fit-content">
            <Group gap={6}>
              <IconApi size={20} />
              {t('about.docs')}
            </Group>
          </Anchor>
        </Stack>
      </Section>
    </>
  );
}
