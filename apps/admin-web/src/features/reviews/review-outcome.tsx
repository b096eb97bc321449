import { Anchor, Button, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import type { CheckInRecord, Review } from '@rollcall/contracts';
import { IconCheck, IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMoments } from '../../ui/moments.js';
import { usePerson } from '../people/people.queries.js';
import { useActorName } from '../users/actor-name.js';
import { kindOf } from './review-actions.js';
import classes from './review-card.module.css';

interface ReviewOutcomeProps {
  checkIn: CheckInRecord;
  review: Review;
  onAgain: (() => void) | null;
}

/** What somebody said about a check-in, and what the system draws from it. */
export function ReviewOutcome({ checkIn, review, onAgain }: ReviewOutcomeProps) {
  const { t } = useTranslation('reviews');
  const moments = useMoments();
  const actorName = useActorName();
  return (
    <Stack gap={8} className={classes.panel} role="status" mt="auto">
      <Group gap="xs" wrap="nowrap">
        <ThemeIcon size="sm" radius="xl" color="green">
          <IconCheck size={14} />
        </ThemeIcon>
        <Text fw={650}>
          {t(`said.${review.verdict}.${kindOf(checkIn)}`)}
          {review.personId && <Named id={review.personId} />}
        </Text>
      </Group>
      <Learned review={review} />
      {review.note && (
        <Text fz="sm" fs="italic" style={{ overflowWrap: 'anywhere' }}>
          “{review.note}”
        </Text>
      )}
      <Group justify="space-between" gap="xs">
        <Text fz="xs" c="dimmed">
          {t('by', { actor: actorName(review.actor), when: moments.instant(review.createdAt) })}
        </Text>
        {onAgain && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={onAgain}>
            {t('again')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Named({ id }: { id: string }) {
  const { t } = useTranslation('reviews');
  const { data: person } = usePerson(id);
  if (!person) return null;
  return (
    <>
      {t('said.itWas')}
      <Anchor component={Link} to={`/people/${id}`} inherit>
        {person.name}
      </Anchor>
    </>
  );
}

function Learned({ review: { learned } }: { review: Review }) {
  const { t } = useTranslation('reviews');
  const lessons = [
    ...(learned.strictMargin ? [t('learned.strictMargin')] : []),
    ...(learned.negative ? [t('learned.negative')] : []),
  ];
  return lessons.map((lesson) => (
    <Group key={lesson} gap="xs" wrap="nowrap" align="flex-start">
      <IconSchool size={18} stroke={1.7} color="var(--mantine-color-dimmed)" style={{ flexShrink: 0 }} />
      <Text fz="sm">{lesson}</Text>
    </Group>
  ));
}
