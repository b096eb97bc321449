import { Box, Card, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled card: the one building block of every page. */
export function Section({ title, description, actions, children }: SectionProps) {
  return (
    <Card component="section" aria-label={title} style={{ overflow: 'visible' }}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="md" gap="sm">
        <Box style={{ minWidth: 0 }}>
          <Title order={2} fz="lg">
            {title}
          </Title>
          {description && (
            <Text c="dimmed" fz="sm" mt={2} maw={640}>
              {description}
            </Text>
          )}
        </Box>
        {actions && <Box style={{ flexShrink: 0 }}>{actions}</Box>}
      </Group>
      {children}
    </Card>
  );
}
