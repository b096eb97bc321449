import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Badge } from '@rollcall/contracts';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FacePicture } from '../../../ui/face-picture.js';
import { Section } from '../../../ui/section.js';
import { cardAddress, useCardWords } from '../badges.queries.js';
import { CardWarnings } from '../card/card-warnings.js';
import { PrintMenu } from './print-menu.js';

interface CardSectionProps {
  badge: Badge;
  name: string;
  employeeNo: string;
}

/** The card with this portrait. It is drawn on request only, because the audit log notes whoever sees one. */
export function CardSection({ badge, name, employeeNo }: CardSectionProps) {
  const { t } = useTranslation('badges');
  const [shown, { open }] = useDisclosure();
  const words = useCardWords([badge.id]);
  return (
    <Section
      title={t('card.title')}
      description={t('card.lead')}
      actions={<PrintMenu badgeId={badge.id} employeeNo={employeeNo} />}
    >
      <Stack gap="md" align="stretch">
        {words.data && <CardWarnings {...words.data} />}
        {shown ? (
          <Group gap="md" align="flex-start" grow preventGrowOverflow={false}>
            {(['front', 'back'] as const).map((side) => (
              <Stack key={side} gap={6} style={{ flex: '1 1 200px' }}>
                <FacePicture src={cardAddress(badge.id, side)} alt={t(`card.${side}Of`, { name })} />
                <Text fz="xs" c="dimmed" ta="center">
                  {t(`card.${side}`)}
                </Text>
              </Stack>
            ))}
          </Group>
        ) : (
          <Button
            variant="light"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconEye size={18} />}
            onClick={open}
          >
            {t('card.show')}
          </Button>
        )}
      </Stack>
    </Section>
  );
}
