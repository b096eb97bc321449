import { Alert, Button, Divider, Group, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCamera, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { PhotoDrop } from '../../ui/photo-drop.js';
import { Section } from '../../ui/section.js';
import { useMay } from '../auth/permissions.js';
import { AttemptCard } from './attempt-card.js';
import { CameraModal } from './camera-modal.js';
import { FaceCard } from './face-card.js';
import { useFaces } from './faces.queries.js';
import { useEnrollment } from './use-enrollment.js';

interface FacesSectionProps {
  personId: string;
  name: string;
  consented: boolean;
}

export function FacesSection({ personId, name, consented }: FacesSectionProps) {
  const { t } = useTranslation('faces');
  const mayEnroll = useMay()('faces.enroll');
  return (
    <Section title={t('title')} description={t('lead')}>
      <Stack gap="lg">
        <EnrolledFaces personId={personId} name={name} />
        {mayEnroll && (
          <>
            <Divider label={t('enroll')} labelPosition="left" />
            {consented ? (
              <Enrollment personId={personId} />
            ) : (
              <Alert icon={<IconInfoCircle />} color="gray" variant="light">
                {t('consentFirst')}
              </Alert>
            )}
          </>
        )}
      </Stack>
    </Section>
  );
}

function EnrolledFaces({ personId, name }: { personId: string; name: string }) {
  const { t } = useTranslation('faces');
  const mayPhoto = useMay()('faces.photo');
  const faces = useFaces(personId);
  if (faces.isPending) return <Skeleton height={180} />;
  if (faces.isError) return <LoadFailure error={faces.error} onRetry={() => void faces.refetch()} />;
  if (faces.data.length === 0) return <Text c="dimmed">{t('none')}</Text>;
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {faces.data.map((face, index) => (
          <FaceCard
            key={face.id}
            personId={personId}
            face={face}
            alt={t('photoOf', { name, number: index + 1 })}
          />
        ))}
      </SimpleGrid>
      {mayPhoto && (
        <Text fz="xs" c="dimmed">
          {t('audited')}
        </Text>
      )}
    </Stack>
  );
}

function Enrollment({ personId }: { personId: string }) {
  const { t } = useTranslation('faces');
  const { attempts, enroll, retry, dismiss } = useEnrollment(personId);
  const [filming, { open, close }] = useDisclosure();
  return (
    <Stack>
      <PhotoDrop
        many
        label={t('upload')}
        hint={t('advice')}
        onPhotos={(photos) => void enroll(photos.map((photo) => ({ photo, name: photo.name })))}
      />
      <Group>
        <Button variant="light" leftSection={<IconCamera size={18} />} onClick={open}>
          {t('useCamera')}
        </Button>
      </Group>
      <div aria-live="polite">
        <Stack gap="sm">
          {attempts.map((one) => (
            <AttemptCard
              key={one.id}
              attempt={one}
              onRetry={() => void retry(one)}
              onDismiss={() => dismiss(one.id)}
            />
          ))}
        </Stack>
      </div>
      <CameraModal
        opened={filming}
        onClose={close}
        onPhoto={(photo) => {
          close();
          void enroll([{ photo, name: t('fromCamera') }]);
        }}
      />
    </Stack>
  );
}
