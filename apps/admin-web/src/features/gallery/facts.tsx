import { DataList } from '@mantine/core';
import type { ReactNode } from 'react';

export function Facts({ facts }: { facts: (readonly [string, ReactNode])[] }) {
  return (
    <DataList withDivider>
      {facts.map(([label, value]) => (
        <DataList.Item key={label}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue style={{ overflowWrap: 'anywhere' }}>{value}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  );
}
