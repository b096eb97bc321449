import { Button } from '@mantine/core';
import type { ReportResult } from '@rollcall/contracts';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSaveFile } from '../badges/use-save-file.js';

/** The file that a job made. Where it is no longer kept, that is said in words. */
export function SaveResult({ fileId, name }: Pick<ReportResult, 'fileId' | 'name'>) {
  const { t } = useTranslation('jobs');
  const save = useSaveFile();
  return (
    <Button
      size="xs"
      variant="light"
      w="fit-content"
      leftSection={<IconDownload size={16} />}
      loading={save.isPending}
      onClick={() => save.mutate({ path: `/reports/files/${fileId}`, name })}
    >
      {t('download')}
    </Button>
  );
}
