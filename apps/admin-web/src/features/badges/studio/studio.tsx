import { Grid, Stack } from '@mantine/core';
import type { PortraitSettings, Style } from '@rollcall/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useStyles } from '../styles/styles.queries.js';
import { LookSection } from './look-section.js';
import { OrderCard } from './order-card.js';
import { StyleSection } from './style-section.js';
import { SubjectSection } from './subject-section.js';
import { usePace } from './use-pace.js';
import { withoutDeleted, type Wish } from './wish.js';

interface StudioProps {
  initialPerson: string | null;
  initial: Wish;
}

/** Who, in which style, how: from top to bottom; beside it what will come of it. */
export function Studio({ initialPerson, initial }: StudioProps) {
  const [personId, setPersonId] = useState(initialPerson);
  const [wish, setWish] = useState(initial);
  const [, setSearch] = useSearchParams();
  const styles = useStyles();
  const pace = usePace();
  const parts = styles.data ? withoutDeleted(wish.parts, styles.data) : wish.parts;
  const chosen = parts.flatMap(({ styleId }) => styles.data?.find(({ id }) => id === styleId) ?? []);
  const instant = chosen.some((style: Style) => style.instant);
  const change = (settings: Partial<PortraitSettings>) =>
    setWish((now) => ({ ...now, settings: { ...now.settings, ...settings } }));
  const choosePerson = (id: string | null) => {
    setPersonId(id);
    setWish((now) => ({ ...now, faceId: null }));
    // In the address, so that reloading the page or coming back to it finds the person; the portrait that is run again stays there.
    setSearch(
      (now) => {
        if (id) now.set('person', id);
        else now.delete('person');
        return now;
      },
      { replace: true },
    );
  };
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Stack gap="lg">
          <SubjectSection
            personId={personId}
            faceId={wish.faceId}
            onPerson={choosePerson}
            onFace={(faceId) => setWish((now) => ({ ...now, faceId }))}
          />
          <StyleSection
            parts={parts}
            deleted={parts.length < wish.parts.length}
            onParts={(changed) => setWish((now) => ({ ...now, parts: changed }))}
          />
          <LookSection settings={wish.settings} instant={instant} pace={pace} onChange={change} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <OrderCard personId={personId} wish={{ ...wish, parts }} styles={chosen} pace={pace} />
      </Grid.Col>
    </Grid>
  );
}
