import { Button, Group, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PhotoDrop } from '../../../ui/photo-drop.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { Section } from '../../../ui/section.js';
import { useToast } from '../../../ui/toast.js';
import { useMay } from '../../auth/permissions.js';
import classes from './card-drawing.module.css';
import { useSaveLogo } from './template.queries.js';

/** Kept at once, unlike the fields above: a file is not something that one types. */
export function LogoSection({ logo, accent }: { logo: string | null; accent: string }) {
  const { t } = useTranslation('badges');
  const { t: tApp } = useTranslation();
  const toast = useToast();
  const save = useSaveLogo();
  const change = (file: Blob | null) => save.mutate(file, { onSuccess: () => toast.done(tApp('saved')) });
  if (!useMay()('badges.design')) return null;
  return (
    <Section title={t('design.logo')} description={t('design.logoLead')}>
      <Stack gap="md">
        {logo && (
          <Group gap="md">
            <img
              className={classes.logoShown}
              style={{ background: accent }}
              src={logo}
              alt={t('design.logo')}
            />
            <Button
              variant="subtle"
              color="red"
              size="xs"
              leftSection={<IconTrash size={16} />}
              onClick={() => change(null)}
            >
              {t('design.removeLogo')}
            </Button>
          </Group>
        )}
        <PhotoDrop
          label={t('design.uploadLogo')}
          words={t('design.dropLogo')}
          loading={save.isPending}
          onPhotos={([file]) => file && change(file)}
        />
        <ProblemAlert error={save.error} />
        <Text fz="xs" c="dimmed">
          {t('design.logoHint')}
        </Text>
      </Stack>
    </Section>
  );
}
