import { ActionIcon, Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { DayAccount } from '@rollcall/contracts';
import { IconAlertTriangle, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { Section } from '../../../ui/section.js';
import { StatusBadge } from '../../attendance/status-mark.js';
import { Timeline } from '../../attendance/timeline/timeline.js';
import { useDayWords } from '../../attendance/use-day-words.js';
import { useTriedShift } from '../shifts.queries.js';
import { fieldsOf, type ShiftValues } from './shift-values.js';
import { useMisfits } from './use-misfits.js';
import { clockOf, minuteAt, moved, typed, usualPunches } from './tried-punches.js';
import { WorkScale } from './work-scale.js';

const PAUSE_MS = 150;
const MOST_PUNCHES = 6;

/** A day of somebody who works the shift as it stands in the form: the server says what it would be. */
export function TryIt({ values }: { values: ShiftValues }) {
  const { t } = useTranslation('shifts');
  const [chosen, setPunches] = useState<number[] | null>(null);
  const punches = chosen ?? usualPunches(values.start, values.end);
  const { name: _name, ...fields } = fieldsOf(values);
  const [asked] = useDebouncedValue({ ...fields, punches: punches.map((minute) => ({ minute })) }, PAUSE_MS);
  const tried = useTriedShift(asked);
  return (
    <Section title={t('try.title')} description={t('try.lead')}>
      <Stack gap="md">
        <Refused error={tried.error} />
        {tried.data && !tried.error && (
          <Told
            account={named(tried.data, values.name || t('new'))}
            punches={punches}
            onChange={setPunches}
          />
        )}
        {!tried.data && !tried.error && (
          <Alert color="gray" variant="light">
            {t('try.incomplete')}
          </Alert>
        )}
        <PunchFields punches={punches} onChange={setPunches} />
      </Stack>
    </Section>
  );
}

/** Why there is no such day: which parts of the shift do not fit each other. */
function Refused({ error }: { error: unknown }) {
  const misfits = [...new Set(Object.values(useMisfits()(error)))];
  if (misfits.length === 0) return <ProblemAlert error={error} />;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} role="alert" p="sm">
      <List fz="sm" spacing={4}>
        {misfits.map((sentence, i) => (
          <List.Item key={i}>{sentence}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** The server is not told the name: it plays no part. */
const named = (account: DayAccount, name: string): DayAccount => ({
  ...account,
  plan: account.plan.map((each) => ({ ...each, shift: { ...each.shift, name } })),
});

interface PunchesProps {
  punches: number[];
  onChange: (punches: number[]) => void;
}

const inOrder = (punches: number[]) => [...punches].sort((a, b) => a - b);

function Told({ account, punches, onChange }: PunchesProps & { account: DayAccount }) {
  const words = useDayWords();
  const shown = moved(account, punches);
  const move = (index: number, at: number) => {
    const minute = minuteAt(account, at);
    // A punch stops at its neighbours: whoever drags it holds this one, not the next.
    const least = punches[index - 1] ?? -Infinity;
    const most = punches[index + 1] ?? Infinity;
    onChange(
      punches.map((each, i) => (i === index ? Math.min(most - 1, Math.max(least + 1, minute)) : each)),
    );
  };
  return (
    <>
      <Timeline whole account={shown} summary={words.summary(account)} onMove={move} />
      <WorkScale account={account} />
      <div aria-live="polite">
        <StatusBadge status={account.day.status} />
        <List fz="sm" spacing={4} mt="xs">
          {words.sentences(account).map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
        <Flags account={account} />
      </div>
    </>
  );
}

function Flags({ account: { day } }: { account: DayAccount }) {
  const { t } = useTranslation('attendance');
  return day.flags.map((flag) => (
    <Text key={flag} fz="sm" c="orange" mt={6}>
      {t(`flag.${flag}.title`)}
    </Text>
  ));
}

function PunchFields({ punches, onChange }: PunchesProps) {
  const { t } = useTranslation('shifts');
  const last = punches.at(-1) ?? 540;
  return (
    <Group gap="sm" align="flex-end">
      {punches.map((minute, i) => (
        <TextInput
          key={i}
          type="time"
          size="xs"
          w={128}
          label={t('try.punch', { number: i + 1 })}
          value={clockOf(minute)}
          onChange={({ currentTarget: { value } }) => {
            if (value) onChange(punches.map((each, j) => (i === j ? typed(value, each) : each)));
          }}
          onBlur={() => onChange(inOrder(punches))}
          rightSection={
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('try.remove', { number: i + 1 })}
              onClick={() => onChange(punches.filter((_, j) => j !== i))}
            >
              <IconX size={14} />
            </ActionIcon>
          }
        />
      ))}
      {punches.length < MOST_PUNCHES && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange(inOrder([...punches, last + 30]))}
        >
          {t('try.add')}
        </Button>
      )}
    </Group>
  );
}
