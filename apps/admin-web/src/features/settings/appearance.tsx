import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../ui/language-switch.js';
import { SchemeSwitch } from '../../ui/scheme-switch.js';
import { Section } from '../../ui/section.js';

export function Appearance() {
  const { t } = useTranslation('settings');
  const { t: tUi } = useTranslation('ui');
  return (
    <Section title={t('appearance.title')} description={t('appearance.lead')}>
      <Stack>
        <Group justify="space-between">
          <Text>{tUi('language')}</Text>
          <LanguageSwitch />
        </Group>
        <Group justify="space-between">
          <Text>{tUi('scheme.label')}</Text>
          <SchemeSwitch />
        </Group>
      </Stack>
    </Section>
  );
}
