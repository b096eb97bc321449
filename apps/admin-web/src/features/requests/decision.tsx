import { Button, Group, Text, TextInput } from '@mantine/core';
import type { Correction, Decide, Leave } from '@rollcall/contracts';
import { IconUserQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useSession } from '../auth/session.js';
import { usePerson } from '../people/people.queries.js';
import { useDecide } from './requests.queries.js';

interface DecisionProps {
  kind: 'correction' | 'leave';
  request: Correction | Leave;
}

/**
 * What to say to a request that waits, or was approved and is taken back. Nobody decides about themselves, nor about a
 * correction that they asked for.
 */
export function Decision({ kind, request }: DecisionProps) {
  const { t } = useTranslation('requests');
  const may = useMay();
  const { data: me } = useSession();
  const { data: person } = usePerson(request.personId);
  if (request.status === 'refused' || !may('attendance.edit')) return null;
  const about = me && person?.email?.toLowerCase() === me.email ? 'aboutOneself' : null;
  const asked = kind === 'correction' && request.requestedBy === `user:${me?.id}` ? 'own' : null;
  const why = about ?? asked;
  if (why)
    return request.status === 'approved' ? null : (
      <Group gap={6} wrap="nowrap" c="dimmed">
        <IconUserQuestion size={18} aria-hidden />
        <Text fz="sm">{t(why)}</Text>
      </Group>
    );
  return <Answer kind={kind} request={request} />;
}

function Answer({ kind, request }: DecisionProps) {
  const { t } = useTranslation('requests');
  const toast = useToast();
  const [note, setNote] = useState('');
  const decide = useDecide(kind === 'correction' ? 'corrections' : 'leaves', request.id);
  const approved = request.status === 'approved';
  const says = t(approved ? 'noteBack' : 'note');
  const say = (status: Decide['status']) =>
    decide.mutate(
      { status, ...(note.trim() && { note: note.trim() }) },
      { onSuccess: () => toast.done(t(status)) },
    );
  return (
    <>
      <ProblemAlert error={decide.error} />
      <Group gap="sm" align="flex-end">
        <TextInput
          size="sm"
          style={{ flex: '1 1 240px' }}
          aria-label={says}
          placeholder={says}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          size="sm"
          variant="default"
          loading={decide.isPending}
          disabled={approved && !note.trim()}
          onClick={() => say('refused')}
        >
          {t(approved ? 'takeBack' : 'refuse')}
        </Button>
        {!approved && (
          <Button size="sm" loading={decide.isPending} onClick={() => say('approved')}>
            {t('approve')}
          </Button>
        )}
      </Group>
    </>
  );
}
