import { ActionIcon, Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section.js';
import { Minutes, OneOf, Time, YesNo } from './fields.js';
import type { ShiftForm } from './shift-values.js';

const PAIRS = { cols: { base: 1, xs: 2 }, spacing: 'md' } as const;

/** Everything that a shift says, part by part. */
export function ShiftSections({ form }: { form: ShiftForm }) {
  const { t } = useTranslation('shifts');
  return (
    <Stack gap="lg">
      <Hours form={form} />
      <Breaks form={form} />
      <Section title={t('section.punctuality')} description={t('field.graceHint')}>
        <SimpleGrid {...PAIRS}>
          <Minutes form={form} name="graceInMinutes" label="graceIn" />
          <Minutes form={form} name="graceOutMinutes" label="graceOut" />
        </SimpleGrid>
        <Group mt="md">
          <YesNo form={form} name="earlyArrivalCounts" label="earlyArrival" />
        </Group>
      </Section>
      <Section title={t('section.work')} description={t('field.zeroHint')}>
        <SimpleGrid {...PAIRS}>
          <Minutes form={form} name="halfDayMinutes" label="halfDay" />
          <Minutes form={form} name="absentMinutes" label="absent" />
        </SimpleGrid>
      </Section>
      <Section title={t('section.overtime')} description={t('section.overtimeLead')}>
        <SimpleGrid {...PAIRS}>
          <OneOf form={form} name="overtimeBasis" label="overtimeBasis" options={['planned', 'worked']} />
          <Minutes form={form} name="overtimeAfterMinutes" label="overtimeAfter" />
          <Minutes form={form} name="overtimeRoundMinutes" label="overtimeRound" min={1} max={120} />
        </SimpleGrid>
        <Group mt="md">
          <YesNo form={form} name="overtimeNeedsApproval" label="approval" />
        </Group>
      </Section>
      <Punches form={form} />
    </Stack>
  );
}

function Hours({ form }: { form: ShiftForm }) {
  const { t } = useTranslation('shifts');
  return (
    <Section title={t('section.hours')}>
      <SimpleGrid {...PAIRS}>
        <TextInput label={t('field.name')} data-autofocus {...form.getInputProps('name')} />
        <OneOf form={form} name="kind" label="kind" options={['fixed', 'flexible']} />
        <Time form={form} name="start" label="start" />
        <Time form={form} name="end" label="end" hint="endHint" />
        {form.values.kind === 'flexible' && (
          <>
            <Time form={form} name="coreStart" label="coreStart" />
            <Time form={form} name="coreEnd" label="coreEnd" />
            <Minutes form={form} name="dueMinutes" label="due" hint="dueHint" />
          </>
        )}
      </SimpleGrid>
    </Section>
  );
}

function Breaks({ form }: { form: ShiftForm }) {
  const { t } = useTranslation('shifts');
  const { breakRule, secondBreakMinutes } = form.values;
  return (
    <Section title={t('section.breaks')}>
      <SimpleGrid {...PAIRS}>
        <OneOf form={form} name="breakRule" label="breakRule" options={['deducted', 'fixed', 'punched']} />
      </SimpleGrid>
      {breakRule === 'deducted' && (
        <SimpleGrid {...PAIRS} mt="md">
          <Minutes form={form} name="breakMinutes" label="breakMinutes" />
          <Minutes form={form} name="breakAfterMinutes" label="breakAfter" />
          <Minutes form={form} name="secondBreakMinutes" label="secondBreak" hint="secondBreakHint" />
          {secondBreakMinutes > 0 && (
            <Minutes form={form} name="secondBreakAfterMinutes" label="breakAfter" />
          )}
        </SimpleGrid>
      )}
      {breakRule === 'punched' && (
        <SimpleGrid {...PAIRS} mt="md">
          <Minutes form={form} name="breakMinutes" label="breakMinutes" hint="plannedBreakHint" />
        </SimpleGrid>
      )}
      {breakRule === 'fixed' && <Windows form={form} />}
    </Section>
  );
}

const MOST_WINDOWS = 6;

function Windows({ form }: { form: ShiftForm }) {
  const { t } = useTranslation('shifts');
  const windows = form.values.breakWindows;
  return (
    <Stack gap="xs" mt="md" align="flex-start">
      {windows.map((_, i) => (
        <Group key={i} gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            type="time"
            label={`${t('field.window', { number: i + 1 })}, ${t('field.start')}`}
            {...form.getInputProps(`breakWindows.${i}.start`)}
          />
          <TextInput type="time" label={t('field.end')} {...form.getInputProps(`breakWindows.${i}.end`)} />
          <ActionIcon
            variant="subtle"
            color="red"
            size={36}
            aria-label={t('field.removeWindow', { number: i + 1 })}
            onClick={() => form.removeListItem('breakWindows', i)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      {form.errors['breakWindows'] && (
        <Text c="red" fz="sm">
          {form.errors['breakWindows']}
        </Text>
      )}
      {windows.length < MOST_WINDOWS && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} />}
          onClick={() => form.insertListItem('breakWindows', { start: '12:00', end: '13:00' })}
        >
          {t('field.addWindow')}
        </Button>
      )}
    </Stack>
  );
}

function Punches({ form }: { form: ShiftForm }) {
  const { t } = useTranslation('shifts');
  const { pairing, breakRule } = form.values;
  const pauses = breakRule === 'punched' ? 'pauses' : 'noPauses';
  return (
    <Section title={t('section.punches')} description={t('section.punchesLead')}>
      <SimpleGrid {...PAIRS}>
        <OneOf
          form={form}
          name="pairing"
          label="pairing"
          hint={pairing === 'first-last' ? pauses : undefined}
          options={['first-last', 'every-pair']}
        />
        <OneOf form={form} name="directions" label="directions" options={['device', 'alternating']} />
        <Minutes form={form} name="windowBeforeMinutes" label="windowBefore" />
        <Minutes form={form} name="windowAfterMinutes" label="windowAfter" />
        <OneOf form={form} name="closing" label="closing" options={['none', 'at-end']} />
        <Minutes form={form} name="minGapOutMinutes" label="gapOut" max={60} />
        <Minutes form={form} name="minGapInMinutes" label="gapIn" max={60} />
      </SimpleGrid>
    </Section>
  );
}
