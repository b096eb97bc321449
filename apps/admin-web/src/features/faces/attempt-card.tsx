import {
  Anchor,
  Button,
  Card,
  CloseButton,
  Group,
  List,
  Loader,
  Stack,
  Text,
  ThemeIcon,
} from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isProblem } from '../../api/api-problem.js';
import { useProblemText } from '../../api/problem-text.js';
import { FacePicture, type DrawnFace } from '../../ui/face-picture.js';
import { useObjectUrl } from '../../ui/object-url.js';
import { usePerson } from '../people/people.queries.js';
import { FaceVerdict } from './face-verdict.js';
import { LikenessNote } from './likeness-note.js';
import { worthRetrying, type Attempt } from './use-enrollment.js';
import classes from './attempt-card.module.css';

interface AttemptCardProps {
  attempt: Attempt;
  onRetry: () => void;
  onDismiss: () => void;
}

function drawn(outcome: Attempt['outcome']): DrawnFace[] {
  if (outcome.kind === 'accepted') return [outcome.face];
  if (outcome.kind === 'waiting') return [];
  const faces = outcome.seen?.faces ?? [];
  return faces.map((face, index) => ({
    ...face,
    refused: true,
    ...(faces.length > 1 ? { label: String(index + 1) } : {}),
  }));
}

export function AttemptCard({ attempt, onRetry, onDismiss }: AttemptCardProps) {
  const { t } = useTranslation('faces');
  const { t: tApp } = useTranslation();
  const url = useObjectUrl(attempt.photo);
  const { outcome } = attempt;
  return (
    <Card padding="sm" radius="md" className={classes.card} data-outcome={outcome.kind}>
      <div className={classes.row}>
        <div className={classes.picture}>
          {url && <FacePicture src={url} alt={attempt.name} faces={drawn(outcome)} maxHeight={200} />}
        </div>
        <Stack gap="xs" style={{ flex: 1, minWidth: 0 }}>
          {outcome.kind === 'waiting' && (
            <Group gap="xs">
              <Loader size="xs" />
              <Text>{t('attempt.waiting')}</Text>
            </Group>
          )}
          {outcome.kind === 'accepted' && <Accepted outcome={outcome} />}
          {outcome.kind === 'refused' && <Refused error={outcome.error} onRetry={onRetry} />}
          <Text fz="xs" c="dimmed" truncate>
            {attempt.name}
          </Text>
        </Stack>
        {outcome.kind !== 'waiting' && <CloseButton onClick={onDismiss} aria-label={tApp('action.close')} />}
      </div>
    </Card>
  );
}

function Accepted({ outcome }: { outcome: Extract<Attempt['outcome'], { kind: 'accepted' }> }) {
  const { t } = useTranslation('faces');
  return (
    <>
      <Group gap="xs">
        <ThemeIcon color="green" size="sm" radius="xl">
          <IconCheck size={14} />
        </ThemeIcon>
        <Text fw={650}>{t('attempt.accepted')}</Text>
      </Group>
      <LikenessNote face={outcome.face} />
      <FaceVerdict quality={outcome.face.quality} />
    </>
  );
}

function Refused({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('faces');
  const { t: tUi } = useTranslation('ui');
  const problem = useProblemText();
  const reasons = isProblem(error) ? problem.reasons(error.reasons) : [];
  return (
    <>
      <Group gap="xs">
        <ThemeIcon color="orange" size="sm" radius="xl">
          <IconX size={14} />
        </ThemeIcon>
        <Text fw={650}>{t('attempt.refused')}</Text>
      </Group>
      <Text fz="sm">{problem.text(error)}</Text>
      {reasons.length > 0 && (
        <List fz="sm" spacing={2}>
          {reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      )}
      {isProblem(error) && error.personId && <OtherPerson id={error.personId} />}
      {worthRetrying(error) && (
        <Button size="xs" variant="light" w="fit-content" onClick={onRetry}>
          {tUi('retry')}
        </Button>
      )}
    </>
  );
}

function OtherPerson({ id }: { id: string }) {
  const { t } = useTranslation('faces');
  const { data: other } = usePerson(id);
  return (
    <Anchor component={Link} to={`/people/${id}`} fz="sm" fw={600}>
      {other ? t('attempt.otherNamed', { name: other.name, number: other.employeeNo }) : t('attempt.other')}
    </Anchor>
  );
}
