import { Box, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Face, Style } from '@rollcall/contracts';
import { IconBrush, IconPhoto, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useFaces } from '../../faces/faces.queries.js';
import { usePerson } from '../../people/people.queries.js';
import { useAskPortrait } from '../badges.queries.js';
import { useStyleName } from '../styles/style-name.js';
import { stylePicture } from '../styles/styles.queries.js';
import { FaceCrop } from './face-crop.js';
import classes from './order-card.module.css';
import { chosenOf } from './photo-choice.js';
import { useDuration } from './use-duration.js';
import { askedBy, type Wish } from './wish.js';

interface OrderCardProps {
  personId: string | null;
  wish: Wish;
  styles: Style[];
  pace: number;
}

/** What is about to be painted, how long it will take, and the button for it. */
export function OrderCard({ personId, wish, styles, pace }: OrderCardProps) {
  const { t } = useTranslation('badges');
  const navigate = useNavigate();
  const ask = useAskPortrait();
  const faces = useFaces(personId ?? '', personId !== null);
  const face = chosenOf(faces.data ?? [], wish.faceId);
  const wanted = personId && face ? askedBy(personId, wish) : null;
  const wanting = wantingOf({ personId, face, photosAsked: faces.isPending, styles });
  const submit = () => {
    if (!wanted) return;
    ask.mutate(wanted, { onSuccess: ({ badgeId }) => void navigate(`/badges/${badgeId}`) });
  };
  return (
    <Card component="section" aria-label={t('order.title')} className={classes.order}>
      <Stack gap="md">
        <Title order={2} fz="lg">
          {t('order.title')}
        </Title>
        <Box className={classes.pictures}>
          <div className={classes.slot}>
            {personId && face ? (
              <FaceCrop personId={personId} face={face} alt="" />
            ) : (
              <IconUser size={44} stroke={1.2} aria-hidden />
            )}
          </div>
          <div className={classes.slot} data-part="style">
            {styles.length > 0 ? (
              styles.map(({ id }) => <img key={id} src={stylePicture(id)} alt="" />)
            ) : (
              <IconPhoto size={30} stroke={1.2} aria-hidden />
            )}
          </div>
        </Box>
        <Summary personId={personId} wish={wish} styles={styles} pace={pace} />
        <ProblemAlert error={ask.error} />
        <Button
          size="md"
          leftSection={<IconBrush size={20} />}
          disabled={!wanted || wanting !== null}
          loading={ask.isPending}
          onClick={submit}
        >
          {t('order.submit')}
        </Button>
        <Text fz="xs" c="dimmed">
          {t(`order.${wanting ?? 'meanwhile'}`)}
        </Text>
      </Stack>
    </Card>
  );
}

interface Chosen {
  personId: string | null;
  face: Face | undefined;
  /** Nobody knows yet which photos there are. */
  photosAsked: boolean;
  styles: Style[];
}

/** Why nothing can be painted yet. */
function wantingOf({ personId, face, photosAsked, styles }: Chosen) {
  if (!personId) return 'choosePerson';
  if (!face && !photosAsked) return 'noPhoto';
  if (styles.length === 0) return 'chooseStyle';
  return styles.every(({ usable }) => usable) ? null : 'unusable';
}

function Summary({ personId, wish, styles, pace }: OrderCardProps) {
  const { t } = useTranslation('badges');
  const nameOf = useStyleName();
  const duration = useDuration();
  const person = usePerson(personId);
  const instant = styles.some((style) => style.instant);
  return (
    <Stack gap={2}>
      <Text fw={600}>{person.data?.name ?? t('order.nobody')}</Text>
      <Text fz="sm" c="dimmed">
        {styles.length > 0 ? styles.map(nameOf).join(' + ') : t('order.noStyle')}
      </Text>
      {styles.length > 0 && (
        <Group gap={6} mt={6}>
          <Text fz="sm">
            {instant ? t('order.instant') : t('order.takes', { time: duration.of(wish.settings, pace) })}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
