import { Box, Group, Menu, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLock, IconLogout, IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../../features/auth/auth.queries.js';
import { PasswordModal } from '../../features/auth/password-modal.js';
import { useSession } from '../../features/auth/session.js';
import { LanguageSwitch } from '../../ui/language-switch.js';
import { PersonAvatar } from '../../ui/person-avatar.js';
import { SchemeSwitch } from '../../ui/scheme-switch.js';
import classes from './account-menu.module.css';

export function AccountMenu() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const [asking, { open, close }] = useDisclosure();
  return (
    <Box className={classes.foot}>
      <Menu position="top" width="target" withinPortal={false} offset={8}>
        <Menu.Target>
          <AccountButton />
        </Menu.Target>
        <Menu.Dropdown>
          <Stack gap={6} p={6}>
            <LanguageSwitch fullWidth />
            <SchemeSwitch fullWidth />
          </Stack>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLock size={16} />} onClick={open}>
            {t('account.password')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
            {t('account.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PasswordModal opened={asking} onClose={close} />
    </Box>
  );
}

function AccountButton(props: React.ComponentProps<'button'>) {
  const { t } = useTranslation();
  const { t: tUsers } = useTranslation('users');
  const { data: user } = useSession();
  if (!user) return null;
  return (
    <UnstyledButton {...props} className={classes.button} aria-label={`${t('account.menu')}: ${user.name}`}>
      <Group gap="sm" wrap="nowrap">
        <PersonAvatar name={user.name} size={36} />
        <Box style={{ flex: 1, minWidth: 0 }}>
          <Text fz="sm" fw={600} truncate>
            {user.name}
          </Text>
          <Text fz="xs" c="dimmed" truncate>
            {tUsers(`role.${user.role}.name`)}
          </Text>
        </Box>
        <IconSelector size={16} opacity={0.6} />
      </Group>
    </UnstyledButton>
  );
}
