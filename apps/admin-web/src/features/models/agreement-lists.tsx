import { Accordion, Anchor, Badge, Group, Text } from '@mantine/core';
import type { AgreementReport } from '@rollcall/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../api/api-problem.js';
import { useProblemText } from '../../api/problem-text.js';
import { SimilarityMeter } from '../recognition/similarity-meter.js';
import classes from './agreement.module.css';

type Somebody = AgreementReport['unreachable'][number];
const LISTS = ['unreachable', 'underThreshold', 'changed', 'newlyAlike', 'failed'] as const;
type ListName = (typeof LISTS)[number];
const GRAVE: ListName[] = ['unreachable', 'newlyAlike'];

/** Whom a change of the pack touches, the gravest first; a list with nobody on it says so by its count. */
export function AgreementLists({ report }: { report: AgreementReport }) {
  const { t } = useTranslation('models');
  return (
    <Accordion variant="separated" radius="md" multiple>
      {LISTS.map((name) => {
        const count = report[name].length;
        return (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control disabled={count === 0}>
              <Group gap="sm" wrap="nowrap">
                <Badge color={count === 0 ? 'green' : GRAVE.includes(name) ? 'red' : 'orange'} miw={34}>
                  {count}
                </Badge>
                <div>
                  <Text fw={600}>{t(`list.${name}.title`)}</Text>
                  <Text fz="sm" c="dimmed">
                    {t(`list.${name}.text`)}
                  </Text>
                </div>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <ul className={classes.list}>
                {rowsOf(report, name).map((row, index) => (
                  <li key={index}>{row}</li>
                ))}
              </ul>
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}

function rowsOf(report: AgreementReport, name: ListName): ReactNode[] {
  switch (name) {
    case 'unreachable':
      return report.unreachable.map((person) => <Name key="" person={person} />);
    case 'failed':
      return report.failed.map((failure) => <Failed key="" failure={failure} />);
    case 'changed':
      return report.changed.map((change) => <Changed key="" change={change} />);
    case 'underThreshold':
      return report.underThreshold.map((person) => (
        <div key="">
          <Name person={person} />
          <SimilarityMeter explain similarity={person.similarity} threshold={person.threshold} />
        </div>
      ));
    case 'newlyAlike':
      return report.newlyAlike.map(({ a, b, similarity }) => (
        <div key="">
          <Group gap={6}>
            <Name person={a} /> <Text c="dimmed">·</Text> <Name person={b} />
          </Group>
          <SimilarityMeter explain alarming similarity={similarity} threshold={report.toThreshold} />
        </div>
      ));
  }
}

function Name({ person }: { person: Somebody }) {
  return (
    <Anchor component={Link} to={`/people/${person.personId}`} fw={600} c="inherit">
      {person.name}{' '}
      <Text span c="dimmed" fw={400} inherit>
        {person.employeeNo}
      </Text>
    </Anchor>
  );
}

function Failed({ failure }: { failure: AgreementReport['failed'][number] }) {
  const problem = useProblemText();
  const reason = new ApiProblem({ status: 422, code: failure.reason, detail: failure.reason });
  return (
    <>
      <Name person={failure} />
      <Text fz="sm">{problem.text(reason)}</Text>
    </>
  );
}

const OUTCOMES = ['matched', 'ambiguous', 'unknown', 'somebody else'] as const;
const isOutcome = (word: string): word is (typeof OUTCOMES)[number] =>
  OUTCOMES.some((known) => known === word);

function Changed({ change }: { change: AgreementReport['changed'][number] }) {
  const { t } = useTranslation('models');
  const word = (outcome: string) => t(`outcome.${isOutcome(outcome) ? outcome : 'other'}`);
  return (
    <Group justify="space-between" gap="xs">
      <Name person={change} />
      <Text fz="sm">
        {t('list.changed.step', { before: word(change.before), after: word(change.after) })}
      </Text>
    </Group>
  );
}
