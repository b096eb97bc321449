import { Page } from '../../ui/page.js';
import { useTranslation } from 'react-i18next';
import { TodayLine } from '../attendance/today-line.js';
import { useMay } from '../auth/permissions.js';
import { useLocale } from '../../ui/locale.js';
import { formatLocal } from '../../ui/moments.js';
import { useSummary } from './check-ins.queries.js';
import { FirstSteps } from './first-steps.js';
import { LiveFeed } from './live-feed.js';
import { SummaryCards } from './summary-cards.js';

export function OverviewPage() {
  const { t } = useTranslation('checkIns');
  const locale = useLocale();
  const summary = useSummary();
  const may = useMay();
  const reads = may('checkIns.read');
  const day = summary.data?.date;
  const description = day && formatLocal(`${day}T00:00:00`, locale, { dateStyle: 'full' });
  return (
    <Page title={t('overview.title')} description={description ?? ' '}>
      {summary.data && <FirstSteps summary={summary.data} />}
      <SummaryCards summary={summary} />
      {may('attendance.read') && day && <TodayLine date={day} />}
      {reads && <LiveFeed />}
    </Page>
  );
}
