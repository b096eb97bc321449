import { Center, SegmentedControl, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const ICONS = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop };
const SCHEMES = ['light', 'dark', 'auto'] as const;

export function SchemeSwitch({ fullWidth = false }: { fullWidth?: boolean }) {
  const { t } = useTranslation('ui');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const data = SCHEMES.map((value) => {
    const Icon = ICONS[value];
    const label = (
      <Center title={t(`scheme.${value}`)} h={20}>
        <Icon size={16} aria-hidden />
        <VisuallyHidden>{t(`scheme.${value}`)}</VisuallyHidden>
      </Center>
    );
    return { value, label };
  });
  return (
    <SegmentedControl
      size="xs"
      fullWidth={fullWidth}
      aria-label={t('scheme.label')}
      data={data}
      value={colorScheme}
      onChange={setColorScheme}
    />
  );
}
