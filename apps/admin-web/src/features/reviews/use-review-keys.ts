import { useHotkeys } from '@mantine/hooks';
import type { ReviewItem } from '@rollcall/contracts';
import { useState } from 'react';
import { useMay } from '../auth/permissions.js';
import { actionsFor, type Action } from './review-actions.js';

export interface Asked {
  checkInId: string;
  action: Action;
}

interface ReviewKeys {
  items: ReviewItem[];
  onAsk: (item: ReviewItem, action: Action) => void;
  onNote: (item: ReviewItem) => void;
  onEscape: () => void;
}

/** j and k walk through the queue, 1 to 3 decide, n opens the note: a hundred faces without the mouse. */
export function useReviewKeys({ items, onAsk, onNote, onEscape }: ReviewKeys) {
  const [currentId, setCurrentId] = useState<string | null>(null);
  const may = useMay();
  const found = items.findIndex(({ checkIn }) => checkIn.id === currentId);
  const index = found < 0 ? 0 : found;
  const current = items[index] ?? null;

  const go = (step: number) => {
    const next = items[Math.max(0, Math.min(items.length - 1, index + step))];
    if (next) setCurrentId(next.checkIn.id);
    return next;
  };
  const press = (number: number) => {
    if (!current || !may('reviews.decide') || current.review) return;
    const action = actionsFor(current.checkIn, may('faces.enroll'))[number - 1];
    if (action) onAsk(current, action);
  };
  const outside = (act: () => void) => (event: KeyboardEvent) => {
    const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]');
    if (!inDialog) act();
  };
  useHotkeys([
    ['j', outside(() => void go(1))],
    ['k', outside(() => void go(-1))],
    ['1', outside(() => press(1))],
    ['2', outside(() => press(2))],
    ['3', outside(() => press(3))],
    ['n', outside(() => current && may('reviews.decide') && !current.review && onNote(current))],
  ]);
  useHotkeys([['Escape', outside(onEscape)]], []);
  return { current, setCurrentId, next: () => go(1) };
}
