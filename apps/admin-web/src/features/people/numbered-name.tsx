import { Text } from '@mantine/core';

/** A name, and the number that tells two people of one name apart. */
export function NumberedName({ name, employeeNo }: { name: string; employeeNo: string }) {
  return (
    <>
      {name}{' '}
      <Text span inherit c="dimmed" fw={400}>
        {employeeNo}
      </Text>
    </>
  );
}
