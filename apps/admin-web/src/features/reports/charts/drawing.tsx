import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './charts.module.css';

interface DrawingProps {
  kind: 'attendance' | 'lateness' | 'hours';
  text: string;
  children: ReactNode;
}

/** One of the drawings, under what it shows. */
export function Drawing({ kind, text, children }: DrawingProps) {
  const { t } = useTranslation('reports');
  return (
    <section className={classes.drawing}>
      <Title order={3} fz="md">
        {t(`${kind}.title`)}
      </Title>
      <Text fz="sm" c="dimmed" mb="sm">
        {text}
      </Text>
      {children}
    </section>
  );
}
