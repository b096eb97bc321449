import { Anchor, Card, Group, SimpleGrid, Text, ThemeIcon, Title } from '@mantine/core';
import type { CheckInSummary } from '@rollcall/contracts';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../auth/permissions.js';
import { useDevices } from '../devices/devices.queries.js';

/** Shown until the installation can recognise somebody: what to do first, in order. */
export function FirstSteps({ summary }: { summary: CheckInSummary }) {
  const { t } = useTranslation('checkIns');
  const may = useMay();
  const devices = useDevices(may('devices.edit'));
  const steps = [
    { text: 'person', to: '/people', done: summary.people > 0 },
    { text: 'face', to: '/people', done: summary.enrolled > 0 },
    { text: 'device', to: '/devices', done: (devices.data?.length ?? 0) > 0 },
  ] as const;
  if (!may('devices.edit') || devices.isPending || steps.every((step) => step.done)) return null;
  const next = steps.find((step) => !step.done);
  return (
    <Card component="section" aria-label={t('first.title')}>
      <Title order={2} fz="lg" mb="sm">
        {t('first.title')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {steps.map((step, index) => (
          <Group key={step.text} wrap="nowrap" align="flex-start" gap="sm" opacity={step.done ? 0.6 : 1}>
            <ThemeIcon
              radius="xl"
              size={30}
              color={step.done ? 'green' : 'petrol'}
              variant={step === next ? 'filled' : 'light'}
            >
              {step.done ? <IconCheck size={16} /> : <Text fw={700}>{index + 1}</Text>}
            </ThemeIcon>
            <div>
              <Anchor component={Link} to={step.to} fw={600}>
                {t(`first.${step.text}.title`)}
              </Anchor>
              <Text fz="sm" c="dimmed">
                {t(`first.${step.text}.text`)}
              </Text>
            </div>
          </Group>
        ))}
      </SimpleGrid>
    </Card>
  );
}
