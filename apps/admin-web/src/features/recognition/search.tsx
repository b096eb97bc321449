import { Alert, Anchor, Loader, Group, Stack, Text } from '@mantine/core';
import type { SearchResponse } from '@rollcall/contracts';
import { IconUserQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Section } from '../../ui/section.js';
import { useMay } from '../auth/permissions.js';
import { PhotoSlot } from './photo-slot.js';
import { useRecognitionSettings, useSearch } from './recognition.queries.js';
import { SimilarityMeter } from './similarity-meter.js';

/** Candidates per face where a photo shows several. */
const FEW = 3;

export function Search() {
  const { t } = useTranslation('recognition');
  const [photo, setPhoto] = useState<File | null>(null);
  const search = useSearch();
  const faces = search.data?.faces ?? [];
  const look = (chosen: File | null) => {
    setPhoto(chosen);
    search.reset();
    if (chosen) search.mutate(chosen);
  };
  const drawn = faces.map((face, index) => ({
    box: face.box,
    ...(faces.length > 1 ? { label: String(index + 1) } : {}),
  }));
  return (
    <Section title={t('search.title')} description={t('search.lead')}>
      <Stack>
        <PhotoSlot label={t('search.photo')} photo={photo} faces={drawn} maxHeight={340} onPhoto={look} />
        {search.isPending && (
          <Group justify="center" gap="xs">
            <Loader size="xs" />
            <Text c="dimmed">{t('search.looking')}</Text>
          </Group>
        )}
        <ProblemAlert error={search.error} />
        {search.data && faces.length === 0 && (
          <Alert color="gray" icon={<IconUserQuestion />}>
            {t('search.noFace')}
          </Alert>
        )}
        {faces.map((face, index) => (
          <Candidates key={index} face={face} number={faces.length > 1 ? index + 1 : null} />
        ))}
      </Stack>
    </Section>
  );
}

function Candidates({ face, number }: { face: SearchResponse['faces'][number]; number: number | null }) {
  const { t } = useTranslation('recognition');
  const { t: tUi } = useTranslation('ui');
  const settings = useRecognitionSettings(useMay()('recognition.settings'));
  const threshold = settings.data?.threshold ?? null;
  return (
    <Stack gap="xs" role="group" aria-label={tUi('picture.face', { number: number ?? 1 })}>
      {number !== null && <Text fw={650}>{tUi('picture.face', { number })}</Text>}
      {face.candidates.length === 0 && <Text c="dimmed">{t('search.nobody')}</Text>}
      {face.candidates.slice(0, number === null ? undefined : FEW).map((candidate, index) => (
        <div key={candidate.personId}>
          <Anchor component={Link} to={`/people/${candidate.personId}`} fw={600}>
            {candidate.name}
          </Anchor>
          <SimilarityMeter explain={index === 0} similarity={candidate.similarity} threshold={threshold} />
        </div>
      ))}
    </Stack>
  );
}
