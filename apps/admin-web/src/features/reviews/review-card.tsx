import { Box, Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { CheckInRecord, ReviewCreate, ReviewItem } from '@rollcall/contracts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useMay } from '../auth/permissions.js';
import { DirectionBadge } from '../check-ins/check-in-list.js';
import { DECISION_LOOK } from '../check-ins/decisions.js';
import { ActionButtons } from './action-buttons.js';
import { ActionPanel } from './action-panel.js';
import { Candidates } from './candidates.js';
import { KeptFrame } from './kept-frame.js';
import { kindOf, type Action } from './review-actions.js';
import classes from './review-card.module.css';
import { ReviewOutcome } from './review-outcome.js';

interface ReviewCardProps {
  item: ReviewItem;
  current: boolean;
  asked: Action | null;
  deciding: boolean;
  error: unknown;
  onCurrent: () => void;
  onAsk: (action: Action) => void;
  onNote: () => void;
  onClose: () => void;
  onDecide: (review: ReviewCreate) => void;
  onEnrolled: () => void;
}

/** One check-in: what was seen, what was decided, whom it resembled, and what a person says about it. */
export function ReviewCard(props: ReviewCardProps) {
  const { item, current, onCurrent } = props;
  const card = useRef<HTMLDivElement>(null);
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (current && touched) card.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    // Before anybody has moved, the first card is current and the page stays at its top.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (!current) setTouched(true);
  }, [current, touched]);
  return (
    <Card
      ref={card}
      component="article"
      className={classes.card}
      data-current={current || undefined}
      aria-current={current || undefined}
      aria-label={useCardName(item.checkIn)}
      onClick={onCurrent}
      onFocus={onCurrent}
    >
      <div className={classes.layout}>
        {useMay()('checkIns.frame') && <KeptFrame checkIn={item.checkIn} current={current} />}
        <Stack gap="md" className={classes.side}>
          <Heading checkIn={item.checkIn} />
          <Candidates item={item} />
          <Decision {...props} />
        </Stack>
      </div>
    </Card>
  );
}

function Decision({ item, asked, deciding, error, ...act }: ReviewCardProps) {
  const may = useMay();
  const [again, setAgain] = useState(false);
  if (item.review && !again) {
    return (
      <ReviewOutcome
        checkIn={item.checkIn}
        review={item.review}
        onAgain={may('reviews.decide') ? () => setAgain(true) : null}
      />
    );
  }
  if (!may('reviews.decide')) return null;
  const decide = (review: ReviewCreate) => {
    setAgain(false);
    act.onDecide(review);
  };
  return (
    <Stack gap="sm" mt="auto">
      <ActionButtons
        checkIn={item.checkIn}
        asked={asked}
        busy={deciding}
        onAsk={act.onAsk}
        onNote={act.onNote}
      />
      <ProblemAlert error={error} />
      {asked && (
        <ActionPanel
          key={asked}
          item={item}
          action={asked}
          busy={deciding}
          onDecide={decide}
          onEnrolled={act.onEnrolled}
          onClose={act.onClose}
        />
      )}
    </Stack>
  );
}

function useCardName(checkIn: CheckInRecord): string {
  const { t } = useTranslation('checkIns');
  const moments = useMoments();
  const what = t(`decision.${kindOf(checkIn)}`);
  return [what, checkIn.person?.name, moments.localTime(checkIn.localTime)].filter(Boolean).join(', ');
}

function Heading({ checkIn }: { checkIn: CheckInRecord }) {
  const { t } = useTranslation('checkIns');
  const moments = useMoments();
  const look = DECISION_LOOK[checkIn.decision];
  const words = t(`decision.${checkIn.decision}`);
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <ThemeIcon color={look.color} variant="light" radius="xl" size={38}>
        <look.icon size={20} aria-hidden />
      </ThemeIcon>
      <Box style={{ minWidth: 0 }}>
        <Group gap={8}>
          <Title order={2} fz="lg">
            {checkIn.person?.name ?? words}
          </Title>
          {checkIn.direction && <DirectionBadge direction={checkIn.direction} />}
        </Group>
        <Text fz="sm" c="dimmed">
          {checkIn.person && `${words} · `}
          {moments.localDay(checkIn.localTime)}, {moments.localTime(checkIn.localTime)} ·{' '}
          {checkIn.device.name}
        </Text>
      </Box>
    </Group>
  );
}
