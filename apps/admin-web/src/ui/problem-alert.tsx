import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useProblemText } from '../api/problem-text.js';

/** The refusal of an action, beside the action. */
export function ProblemAlert({ error }: { error: unknown }) {
  const problem = useProblemText();
  if (!error) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} role="alert" p="sm">
      {problem.text(error)}
    </Alert>
  );
}
