import { Grid, Skeleton, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { badgeTemplateUpdate, type BadgeTemplate } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../../ui/back-link.js';
import { Denied } from '../../../ui/denied.js';
import { rulesOf } from '../../../ui/form-rules.js';
import { LoadFailure } from '../../../ui/load-failure.js';
import { Page } from '../../../ui/page.js';
import { Section } from '../../../ui/section.js';
import { useMay } from '../../auth/permissions.js';
import { CardDrawing } from './card-drawing.js';
import { CardWarnings } from './card-warnings.js';
import { CardForm } from './card-form.js';
import { LogoSection } from './logo-section.js';
import { logoAddress, useTemplate } from './template.queries.js';

/** How the cards look: on the left what is decided, on the right what comes of it. */
export function CardPage() {
  const { t } = useTranslation('badges');
  const template = useTemplate();
  if (!useMay()('badges.read')) return <Denied />;
  return (
    <Stack gap="lg">
      <BackLink to="/badges" label={t('back')} />
      <Page title={t('design.title')} description={t('design.lead')}>
        {template.isPending && <Skeleton height={420} radius="lg" />}
        {template.isError && <LoadFailure error={template.error} onRetry={() => void template.refetch()} />}
        {template.data && <Designer template={template.data} changedAt={template.dataUpdatedAt} />}
      </Page>
    </Stack>
  );
}

function Designer({ template, changedAt }: { template: BadgeTemplate; changedAt: number }) {
  const { t } = useTranslation('badges');
  const { t: tUi } = useTranslation('ui');
  const form = useForm({ initialValues: template, validate: rulesOf(badgeTemplateUpdate, tUi) });
  const shown = { ...form.values, hasLogo: template.hasLogo, logoColours: template.logoColours };
  const logo = template.hasLogo ? logoAddress(changedAt) : null;
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 6 }} order={{ base: 2, lg: 1 }}>
        <Stack gap="lg">
          <CardWarnings {...template} />
          <CardForm form={form} />
          <LogoSection logo={logo} accent={shown.accent} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 6 }} order={{ base: 1, lg: 2 }}>
        <div style={{ position: 'sticky', insetBlockStart: 24 }}>
          <Section title={t('design.preview')} description={t('design.previewLead')}>
            <Stack gap="lg" align="center">
              <CardDrawing template={shown} logo={logo} side="front" />
              <CardDrawing template={shown} logo={logo} side="back" />
            </Stack>
          </Section>
        </div>
      </Grid.Col>
    </Grid>
  );
}
