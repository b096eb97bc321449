import { Input, SegmentedControl, Select, SimpleGrid } from '@mantine/core';
import { PAYROLL_PRESETS, REPORT_FORMATS, REPORT_KINDS, reportLanguage } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { PlaceFields } from '../place-fields.js';
import { LAST_DAY, type Scheduling } from './schedule-values.js';
import { useScheduleWords } from './use-schedule-words.js';

const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
/** In every month there are so many. */
const SURE_DAYS = 28;

/** Which report, and how it is to look. */
export function ContentFields({ form }: { form: Scheduling }) {
  const { t } = useTranslation('reports');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          allowDeselect={false}
          label={t('kind.label')}
          data={REPORT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        {form.values.kind === 'payroll' && (
          <Select
            allowDeselect={false}
            label={t('preset')}
            data={PAYROLL_PRESETS.map((value) => ({ value, label: t(`presets.${value}`) }))}
            {...form.getInputProps('preset')}
          />
        )}
        <Select
          allowDeselect={false}
          label={t('mail.form.language')}
          data={reportLanguage.options.map((value) => ({ value, label: t(`mail.language.${value}`) }))}
          {...form.getInputProps('lang')}
        />
      </SimpleGrid>
      <Input.Wrapper label={t('mail.form.format')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('mail.form.format')}
          data={REPORT_FORMATS.map((value) => ({ value, label: t(`format.${value}`) }))}
          {...form.getInputProps('format')}
        />
      </Input.Wrapper>
    </>
  );
}

/** How often, on which day, at which hour of whose clock. */
export function TimingFields({ form }: { form: Scheduling }) {
  const { t } = useTranslation('reports');
  const words = useScheduleWords();
  const { every, siteId } = form.values;
  const zone = words.zoneOf(siteId);
  return (
    <>
      <Input.Wrapper label={t('mail.form.every')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('mail.form.every')}
          data={(['week', 'month'] as const).map((value) => ({ value, label: t(`mail.form.${value}`) }))}
          {...form.getInputProps('every')}
        />
      </Input.Wrapper>
      <SimpleGrid cols={2}>
        {every === 'week' ? (
          <Select
            allowDeselect={false}
            label={t('mail.form.weekday')}
            data={upTo(7).map((day) => ({ value: String(day), label: words.weekday(day) }))}
            {...form.getInputProps('weekday')}
          />
        ) : (
          <Select
            allowDeselect={false}
            label={t('mail.form.day')}
            data={[
              ...upTo(SURE_DAYS).map((day) => ({ value: String(day), label: words.day(day) })),
              { value: String(LAST_DAY), label: t('mail.form.lastDay') },
            ]}
            {...form.getInputProps('dayOfMonth')}
          />
        )}
        <Select
          allowDeselect={false}
          label={t('mail.form.hour')}
          description={zone && t('mail.form.clock', { zone })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={upTo(23, 0).map((hour) => ({ value: String(hour), label: words.time(hour) }))}
          {...form.getInputProps('hour')}
        />
      </SimpleGrid>
    </>
  );
}

/** Of whom. */
export function WhoseFields({ form }: { form: Scheduling }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <PlaceFields department={form.getInputProps('departmentId')} site={form.getInputProps('siteId')} />
    </SimpleGrid>
  );
}
