import { AppShell, Box, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../../features/auth/session.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { Logo } from '../../ui/logo.js';
import { RouteLoading } from '../route-loading.js';
import { Navigation } from './navigation.js';
import { PackNotice } from './pack-notice.js';

/** Everything behind the sign-in: navigation at the side (behind a burger on phones), the page beside it. */
export function Shell() {
  const session = useSession();
  const location = useLocation();
  if (session.isPending) return <RouteLoading />;
  if (session.isError) {
    return (
      <Box maw={480} mx="auto" mt={80} px="md">
        <LoadFailure error={session.error} onRetry={() => void session.refetch()} />
      </Box>
    );
  }
  if (!session.data)
    return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
  return <SignedIn />;
}

function SignedIn() {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  useEffect(close, [pathname, close]);
  return (
    <AppShell
      layout="alt"
      header={{ height: { base: 56, md: 0 } }}
      navbar={{ width: 248, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', md: 'xl' }}
    >
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <AppShell.Header hiddenFrom="md">
        <Group h="100%" px="md" justify="space-between">
          <Logo size={26} />
          <Burger
            opened={opened}
            onClick={toggle}
            size="sm"
            aria-label={t('nav.open')}
            aria-expanded={opened}
          />
        </Group>
      </AppShell.Header>
      <Navigation onClose={close} />
      <AppShell.Main id="content" tabIndex={-1} style={{ outline: 'none', background: 'var(--rc-canvas)' }}>
        <Box maw={1180} mx="auto">
          <PackNotice />
          <Suspense fallback={<RouteLoading />}>
            <Outlet />
          </Suspense>
        </Box>
      </AppShell.Main>
    </AppShell>
  );
}
