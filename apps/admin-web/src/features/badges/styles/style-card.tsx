import { ActionIcon, Badge, Tooltip } from '@mantine/core';
import type { Style } from '@rollcall/contracts';
import { IconBolt, IconLock, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../../ui/confirm-delete.js';
import { PictureChoice, SquarePicture } from '../../../ui/picture-card.js';
import { useToast } from '../../../ui/toast.js';
import classes from './style-card.module.css';
import { useStyleFace, useStyleName } from './style-name.js';
import { stylePicture, useDeleteStyle } from './styles.queries.js';

interface StyleCardProps {
  style: Style;
  chosen: boolean;
  /** Out of the question at the moment, for another reason than missing weights. */
  disabled?: boolean;
  onChoose: () => void;
}

/** A style as its picture. */
export function StyleCard({ style, chosen, disabled = false, onChoose }: StyleCardProps) {
  const { t } = useTranslation('badges');
  const name = useStyleName()(style);
  const face = useStyleFace()(style);
  return (
    <div className={classes.card}>
      <PictureChoice
        picture={<SquarePicture src={stylePicture(style.id)} />}
        label={style.instant ? `${name}, ${t('style.instant')}` : name}
        caption={name}
        note={face}
        chosen={chosen}
        disabled={disabled}
        unusable={!style.usable}
        onChoose={onChoose}
      />
      <Sign style={style} />
      {style.kind === 'uploaded' && <Delete style={style} />}
    </div>
  );
}

function Sign({ style: { instant, usable } }: { style: Style }) {
  const { t } = useTranslation('badges');
  if (!usable) {
    return (
      <Tooltip label={t('style.unusable')}>
        <span className={classes.lock} role="img" aria-label={t('style.unusable')}>
          <IconLock size={16} aria-hidden />
        </span>
      </Tooltip>
    );
  }
  if (!instant) return null;
  return (
    <Badge className={classes.sign} variant="filled" size="sm" leftSection={<IconBolt size={12} />}>
      {t('style.instant')}
    </Badge>
  );
}

function Delete({ style }: { style: Style }) {
  const { t } = useTranslation('badges');
  const confirm = useConfirmDelete();
  const toast = useToast();
  const remove = useDeleteStyle();
  const ask = () =>
    confirm({
      title: t('style.deleteTitle', { name: style.name }),
      text: t('style.deleteText'),
      onConfirm: () => remove.mutate(style.id, { onError: toast.failed }),
    });
  return (
    <ActionIcon
      className={classes.remove}
      variant="default"
      radius="xl"
      loading={remove.isPending}
      onClick={ask}
      aria-label={t('style.delete', { name: style.name })}
    >
      <IconTrash size={16} />
    </ActionIcon>
  );
}
