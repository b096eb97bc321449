import { Box, Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDocumentTitle } from '@mantine/hooks';
import { loginRequest } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { rulesOf } from '../../ui/form-rules.js';
import { LanguageSwitch } from '../../ui/language-switch.js';
import { Logo } from '../../ui/logo.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SchemeSwitch } from '../../ui/scheme-switch.js';
import { useSignIn } from './auth.queries.js';
import { useSession } from './session.js';
import { SignInArt } from './sign-in-art.js';
import classes from './sign-in-page.module.css';

const destination = (state: unknown): string =>
  typeof state === 'object' && state && 'from' in state && typeof state.from === 'string' ? state.from : '/';

export function SignInPage() {
  const { t } = useTranslation('auth');
  const { data: user } = useSession();
  const location = useLocation();
  useDocumentTitle(`${t('title')} · Rollcall`);
  if (user) return <Navigate to={destination(location.state as unknown)} replace />;
  return (
    <div className={classes.page}>
      <Box component="main" className={classes.panel}>
        <Logo />
        <Stack className={classes.form} gap="lg">
          <div>
            <Title order={1}>{t('title')}</Title>
            <Text c="dimmed" mt={4}>
              {t('lead')}
            </Text>
          </div>
          <SignInForm />
          <Text fz="sm" c="dimmed">
            {t('firstStart')}
          </Text>
        </Stack>
        <Group gap="sm">
          <LanguageSwitch />
          <SchemeSwitch />
        </Group>
      </Box>
      <aside className={classes.art}>
        <SignInArt />
      </aside>
    </div>
  );
}

function SignInForm() {
  const { t } = useTranslation('auth');
  const { t: tUi } = useTranslation('ui');
  const signIn = useSignIn();
  const form = useForm({ initialValues: { email: '', password: '' }, validate: rulesOf(loginRequest, tUi) });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
      <Stack>
        <ProblemAlert error={signIn.error} />
        <TextInput
          size="md"
          type="email"
          label={t('email')}
          autoComplete="username"
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          size="md"
          label={t('password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          {...form.getInputProps('password')}
        />
        <Button size="md" type="submit" loading={signIn.isPending} mt={4}>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}
