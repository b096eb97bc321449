import { Alert, Button, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconColumns, IconFileSpreadsheet, IconFileZip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBytes } from '../../ui/bytes.js';
import { FileDrop } from '../../ui/file-drop.js';
import { useMoments } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Section } from '../../ui/section.js';
import { useStartImport } from './imports.queries.js';
import { missingColumns, type Column } from './list-columns.js';

const CSV = { 'text/csv': ['.csv'], 'application/vnd.ms-excel': ['.csv'], 'text/plain': ['.csv'] };
const ZIP = { 'application/zip': ['.zip'], 'application/x-zip-compressed': ['.zip'] };

interface ChooseFilesProps {
  onChosen: (chosen: boolean) => void;
  onStarted: (jobId: string) => void;
}

export function ChooseFiles({ onChosen, onStarted }: ChooseFilesProps) {
  const { t } = useTranslation('imports');
  const [csv, setCsv] = useState<File | null>(null);
  const [photos, setPhotos] = useState<File | null>(null);
  const [missing, setMissing] = useState<Column[]>([]);
  const { start, share, cancel } = useStartImport();
  const takeList = async (file: File | null) => {
    start.reset();
    setMissing(file ? await missingColumns(file) : []);
    setCsv(file);
    onChosen(file !== null);
  };
  const send = () => csv && start.mutate({ csv, photos }, { onSuccess: ({ jobId }) => onStarted(jobId) });
  if (start.isPending)
    return <Uploading share={share} bytes={(csv?.size ?? 0) + (photos?.size ?? 0)} onCancel={cancel} />;
  return (
    <Section title={t('choose.title')} description={t('choose.lead')}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <FileDrop
            label={t('choose.csv')}
            hint={t('choose.csvHint')}
            rejection={t('choose.csvOnly')}
            icon={IconFileSpreadsheet}
            accept={CSV}
            file={csv}
            onFile={(file) => void takeList(file)}
          />
          <FileDrop
            label={t('choose.photos')}
            hint={t('choose.photosHint')}
            rejection={t('choose.photosOnly')}
            icon={IconFileZip}
            accept={ZIP}
            file={photos}
            onFile={setPhotos}
          />
        </SimpleGrid>
        {missing.length > 0 && (
          <Alert color="orange" icon={<IconColumns />} role="alert">
            {t('choose.missing', { columns: missing.join(', ') })}
          </Alert>
        )}
        <Failure error={start.error} />
        <Group justify="flex-end">
          <Button disabled={!csv || missing.length > 0} onClick={send}>
            {t('choose.start')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

/** Giving up an upload is no failure that anybody has to be told of. */
function Failure({ error }: { error: unknown }) {
  return error instanceof DOMException ? null : <ProblemAlert error={error} />;
}

function Uploading({ share, bytes, onCancel }: { share: number; bytes: number; onCancel: () => void }) {
  const { t } = useTranslation('imports');
  const { t: tApp } = useTranslation();
  const { percent } = useMoments();
  const size = useBytes();
  return (
    <Section title={t('uploading.title')} description={t('uploading.lead')}>
      <Stack gap="xs">
        <Progress.Root size="lg" radius="xl">
          <Progress.Section value={share * 100} animated aria-label={t('uploading.title')} />
        </Progress.Root>
        <Group justify="space-between">
          <Text fz="sm" c="dimmed">
            {t('uploading.sent', { sent: size(share * bytes), total: size(bytes) })}
          </Text>
          <Text fz="sm" fw={600}>
            {percent(share)}
          </Text>
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {tApp('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
