import type { ImportRow } from '@rollcall/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { csvOf, saveFile } from '../../ui/save-file.js';
import { useToast } from '../../ui/toast.js';
import { allRows } from './imports.queries.js';
import { useReason } from './use-reason.js';

/** The report as a csv in the reader's language: a row per line of the list, and one per photo of it. */
export function useSaveReport(jobId: string) {
  const { t } = useTranslation('imports');
  const reason = useReason();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const head = [
    t('report.line'),
    t('csv.number'),
    t('csv.name'),
    t('csv.photo'),
    t('report.result'),
    t('csv.reason'),
  ];
  const cells = (row: ImportRow) => {
    const who = [row.line, row.employeeNo, row.name];
    return [
      [...who, null, t(`outcome.${row.outcome}`), reason(row)],
      ...row.photos.map((photo) => [...who, photo.name, t(`photoOutcome.${photo.outcome}`), reason(photo)]),
    ];
  };
  const save = async () => {
    setBusy(true);
    try {
      const rows = await allRows(jobId);
      // The mark tells spreadsheets that this is UTF-8.
      saveFile(
        'import-report.csv',
        'text/csv;charset=utf-8',
        `\uFEFF${csvOf([head, ...rows.flatMap(cells)])}`,
      );
    } catch (error) {
      toast.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return { save, busy };
}
