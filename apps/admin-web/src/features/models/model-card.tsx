import { Alert, Badge, Button, Card, Collapse, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ModelState } from '@rollcall/contracts';
import { IconAlertTriangle, IconCircleCheck, IconFlask } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';
import { useMay } from '../auth/permissions.js';
import { JobFault } from '../jobs/job-fault.js';
import { JobProgress } from '../jobs/job-progress.js';
import { isOver, useJob } from '../jobs/jobs.queries.js';
import { AgreementOf } from './agreement-of.js';
import { ModelActions } from './model-actions.js';
import { refreshModels } from './models.queries.js';
import { PackLimit } from './pack-limit.js';

const COLORS: Record<ModelState['state'], string> = {
  active: 'green',
  prepared: 'petrol',
  preparing: 'petrol',
  partly: 'yellow',
  installed: 'gray',
  unusable: 'red',
};

/** A preparation that went to its end left a report. */
const reported = ({ state }: ModelState) => state === 'prepared' || state === 'active';

interface ModelCardProps {
  model: ModelState;
  serving: string;
  reportShown: boolean;
}

/** One pack: what it is, under which licence, how far it is prepared, and the next step with it. */
export function ModelCard({ model, serving, reportShown }: ModelCardProps) {
  const { t } = useTranslation('models');
  return (
    <Card component="article" aria-label={model.title}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={6}>
            <Group gap={8}>
              <Title order={2} fz="lg">
                {model.title}
              </Title>
              <Badge color={COLORS[model.state]}>{t(`state.${model.state}`)}</Badge>
            </Group>
            <Licence model={model} />
          </Stack>
          {useMay()('models.edit') && <ModelActions model={model} serving={serving} />}
        </Group>
        {model.fault && (
          <Alert color="red" p="sm" icon={<IconAlertTriangle />}>
            {model.fault}
          </Alert>
        )}
        {model.state !== 'unusable' && <Facts model={model} />}
        <PackLimit pack={model} />
        <Preparation model={model} />
        {model.jobId && reported(model) && <Report jobId={model.jobId} shown={reportShown} />}
      </Stack>
    </Card>
  );
}

function Licence({ model: { licence, commercialUse } }: { model: ModelState }) {
  const { t } = useTranslation('models');
  const Sign = commercialUse ? IconCircleCheck : IconFlask;
  const color = commercialUse ? 'green' : 'yellow';
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Sign
        size={18}
        stroke={1.7}
        color={`var(--mantine-color-${color}-light-color)`}
        style={{ flexShrink: 0, marginTop: 2 }}
      />
      <Text fz="sm" c="dimmed">
        {licence} · {t(commercialUse ? 'commercial' : 'nonCommercial')}
      </Text>
    </Group>
  );
}

function Facts({ model }: { model: ModelState }) {
  const { t } = useTranslation('models');
  const { number } = useMoments();
  const facts = [
    [t('fact.model'), model.modelId],
    [t('fact.dimension'), t('fact.numbers', { count: model.dimension })],
    [t('fact.templates'), number(model.templates)],
    [t('fact.without'), number(model.facesWithout)],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
      {facts.map(([label, value]) => (
        <div key={label}>
          <Text fz="xs" c="dimmed">
            {label}
          </Text>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

/** The job that fills the templates of a pack, while it runs and where it failed. */
function Preparation({ model }: { model: ModelState }) {
  const client = useQueryClient();
  const job = useJob(model.state === 'preparing' || model.state === 'partly' ? model.jobId : null);
  const over = job.data !== undefined && isOver(job.data);
  useEffect(() => {
    if (over) void refreshModels(client);
  }, [over, client]);
  if (!job.data) return null;
  return (
    <>
      {!over && <JobProgress job={job.data} />}
      <JobFault job={job.data} />
    </>
  );
}

function Report({ jobId, shown }: { jobId: string; shown: boolean }) {
  const { t } = useTranslation('models');
  const [opened, { toggle }] = useDisclosure(shown);
  return (
    <Stack gap="sm">
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        ml={-8}
        aria-expanded={opened}
        onClick={toggle}
      >
        {t(opened ? 'report.hide' : 'report.show')}
      </Button>
      <Collapse expanded={opened}>{opened && <AgreementOf jobId={jobId} />}</Collapse>
    </Stack>
  );
}
