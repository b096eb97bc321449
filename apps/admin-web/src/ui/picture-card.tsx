import { Text, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './picture-card.module.css';

interface SquarePictureProps {
  src: string;
  /** It only stands for another one, which cannot be shown. */
  pale?: boolean;
}

/** A picture that fills a square; what it shows is said by the words beside it. */
export function SquarePicture({ src, pale = false }: SquarePictureProps) {
  return (
    <span className={classes.square} data-pale={pale || undefined}>
      <img src={src} alt="" loading="lazy" draggable={false} />
    </span>
  );
}

interface PictureChoiceProps {
  picture: ReactNode;
  /** What it is called where it cannot be seen. */
  label: string;
  caption?: string;
  /** A few words below the caption. */
  note?: string | undefined;
  chosen: boolean;
  disabled?: boolean;
  /** It cannot be used at all, rather than not just now. */
  unusable?: boolean;
  onChoose: () => void;
}

/** One of several pictures, pressed to choose it. */
export function PictureChoice({
  picture,
  label,
  caption,
  note,
  chosen,
  disabled = false,
  unusable = false,
  onChoose,
}: PictureChoiceProps) {
  return (
    <UnstyledButton
      className={classes.choice}
      data-unusable={unusable || undefined}
      aria-pressed={chosen}
      aria-label={label}
      disabled={disabled || unusable}
      onClick={onChoose}
    >
      <span className={classes.framed}>
        {picture}
        {chosen && (
          <span className={classes.tick}>
            <IconCheck size={16} stroke={3} aria-hidden />
          </span>
        )}
      </span>
      {caption && (
        <Text component="span" className={classes.caption} lineClamp={2}>
          {caption}
        </Text>
      )}
      {note && (
        <Text component="span" display="block" fz="xs" c="dimmed" lh={1.3}>
          {note}
        </Text>
      )}
    </UnstyledButton>
  );
}
