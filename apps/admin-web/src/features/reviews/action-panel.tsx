import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { ReviewCreate, ReviewItem } from '@rollcall/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker, type PickedPerson } from '../people/person-picker.js';
import { EnrollPanel } from './enroll-panel.js';
import { kindOf, type Action } from './review-actions.js';
import classes from './review-card.module.css';

interface ActionPanelProps {
  item: ReviewItem;
  action: Action;
  busy: boolean;
  onDecide: (review: ReviewCreate) => void;
  onEnrolled: () => void;
  onClose: () => void;
}

/** What follows from an action, what else can be said, and the button that does it. */
export function ActionPanel({ action, ...props }: ActionPanelProps) {
  const { t } = useTranslation('reviews');
  return (
    <Stack gap="sm" className={classes.panel}>
      <Text fz="sm">{t(`follows.${action}.${kindOf(props.item.checkIn)}`)}</Text>
      {action === 'enroll' ? <EnrollPanel {...props} /> : <VerdictForm verdict={action} {...props} />}
    </Stack>
  );
}

interface VerdictFormProps extends Omit<ActionPanelProps, 'action' | 'onEnrolled'> {
  verdict: ReviewCreate['verdict'];
}

function VerdictForm({ item, verdict, busy, onDecide, onClose }: VerdictFormProps) {
  const { t } = useTranslation('reviews');
  const { t: tApp } = useTranslation();
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [note, setNote] = useState('');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onDecide({ verdict, note: note.trim(), ...(person ? { personId: person.id } : {}) });
  };
  const asksWho = verdict !== 'confirm';
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {asksWho && <Likely item={item} chosen={person} onChoose={setPerson} />}
        {asksWho && (
          <PersonPicker
            autoFocus
            label={t('who.label')}
            {...(verdict === 'assign' ? {} : { description: t('who.optional') })}
            value={person}
            {...(item.checkIn.person ? { without: item.checkIn.person.id } : {})}
            onChange={setPerson}
          />
        )}
        <Textarea
          autosize
          minRows={1}
          maxRows={5}
          maxLength={1000}
          autoFocus={!asksWho}
          label={t('note.label')}
          placeholder={t('note.placeholder')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {tApp('action.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={verdict === 'assign' && !person}>
            {t(`submit.${verdict}`, { name: person?.name ?? '…' })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface LikelyProps {
  item: ReviewItem;
  chosen: PickedPerson | null;
  onChoose: (person: PickedPerson) => void;
}

/** The people whom the face resembled, one touch away; not the one of whom it is said that it was not them. */
function Likely({ item: { candidates, checkIn }, chosen, onChoose }: LikelyProps) {
  const { t } = useTranslation('reviews');
  const likely = candidates.filter(({ person }) => person.id !== checkIn.person?.id).slice(0, 3);
  if (likely.length === 0) return null;
  return (
    <Group gap="xs">
      <Text fz="sm" c="dimmed">
        {t('who.likely')}
      </Text>
      {likely.map(({ person }) => (
        <Button
          key={person.id}
          size="compact-sm"
          radius="xl"
          variant={chosen?.id === person.id ? 'filled' : 'default'}
          onClick={() => onChoose(person)}
        >
          {person.name}
        </Button>
      ))}
    </Group>
  );
}
