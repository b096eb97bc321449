import { Alert, Button, Card, Code, Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { importResult, type ImportResult, type Job } from '@rollcall/contracts';
import { IconFileDownload, IconFiles } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';
import { Section } from '../../ui/section.js';
import { ReportRows } from './report-rows.js';
import { useSaveReport } from './use-save-report.js';

/** What became of every line and every photo of an import. */
export function ImportReport({ job }: { job: Job }) {
  const { t } = useTranslation('imports');
  const result = importResult.safeParse(job.result);
  const [outcome, setOutcome] = useState<'refused' | 'all'>('refused');
  return (
    <>
      {result.success && <Figures result={result.data} />}
      {result.success && <Unused files={result.data.unusedFiles} />}
      <Section title={t('report.title')} description={t('report.lead')} actions={<Download jobId={job.id} />}>
        <Stack>
          <SegmentedControl
            w="fit-content"
            aria-label={t('report.title')}
            value={outcome}
            data={(['refused', 'all'] as const).map((value) => ({ value, label: t(`report.${value}`) }))}
            onChange={setOutcome}
          />
          <ReportRows jobId={job.id} outcome={outcome} />
        </Stack>
      </Section>
    </>
  );
}

function Download({ jobId }: { jobId: string }) {
  const { t } = useTranslation('imports');
  const { save, busy } = useSaveReport(jobId);
  return (
    <Button
      size="xs"
      variant="light"
      leftSection={<IconFileDownload size={16} />}
      loading={busy}
      onClick={() => void save()}
    >
      {t('report.download')}
    </Button>
  );
}

const FIGURES = ['created', 'updated', 'unchanged', 'refused', 'photosTaken', 'photosRefused'] as const;
const BAD = ['refused', 'photosRefused'];

function Figures({ result }: { result: ImportResult }) {
  const { t } = useTranslation('imports');
  const { number } = useMoments();
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
      {FIGURES.map((figure) => (
        <Card key={figure} padding="md" role="group" aria-label={t(`figure.${figure}`)}>
          <Text fz="sm" fw={550} c="dimmed">
            {t(`figure.${figure}`)}
          </Text>
          <Text
            fz={28}
            fw={700}
            lh={1.3}
            c={BAD.includes(figure) && result[figure] > 0 ? 'orange' : undefined}
          >
            {number(result[figure])}
          </Text>
        </Card>
      ))}
    </SimpleGrid>
  );
}

function Unused({ files }: { files: string[] }) {
  const { t } = useTranslation('imports');
  if (files.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconFiles />} title={t('unused.title')}>
      <Text fz="sm" mb={6}>
        {t('unused.text')}
      </Text>
      <Group gap={6}>
        {files.map((file) => (
          <Code key={file}>{file}</Code>
        ))}
      </Group>
    </Alert>
  );
}
