import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import type { CheckInRecord } from '@rollcall/contracts';
import { IconCheck, IconFaceId, IconNote, IconUserQuestion, IconUserX, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../auth/permissions.js';
import { actionsFor, kindOf, type Action } from './review-actions.js';

const ICONS: Record<Action, Icon> = {
  confirm: IconCheck,
  'not-this-person': IconUserX,
  assign: IconUserQuestion,
  enroll: IconFaceId,
};
const COLORS: Record<Action, string> = {
  confirm: 'green',
  'not-this-person': 'red',
  assign: 'petrol',
  enroll: 'petrol',
};

interface ActionButtonsProps {
  checkIn: CheckInRecord;
  asked: Action | null;
  busy: boolean;
  onAsk: (action: Action) => void;
  onNote: () => void;
}

export function ActionButtons({ checkIn, asked, busy, onAsk, onNote }: ActionButtonsProps) {
  const { t } = useTranslation('reviews');
  const kind = kindOf(checkIn);
  return (
    <Group gap="xs">
      {actionsFor(checkIn, useMay()('faces.enroll')).map((action) => {
        const ActionSign = ICONS[action];
        return (
          <Tooltip key={action} multiline maw={300} label={t(`follows.${action}.${kind}`)}>
            <Button
              size="sm"
              variant={asked === action ? 'filled' : 'light'}
              color={COLORS[action]}
              leftSection={<ActionSign size={17} />}
              loading={busy && action === 'confirm' && asked === null}
              onClick={() => onAsk(action)}
            >
              {t(`action.${action}.${kind}`)}
            </Button>
          </Tooltip>
        );
      })}
      <Tooltip label={t('note.add')}>
        <ActionIcon variant="subtle" color="gray" size={36} onClick={onNote} aria-label={t('note.add')}>
          <IconNote size={19} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
