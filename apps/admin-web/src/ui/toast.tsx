import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useProblemText } from '../api/problem-text.js';

export function useToast() {
  const problem = useProblemText();
  return {
    done: (message: string) => notifications.show({ message, color: 'green', icon: <IconCheck size={18} /> }),
    failed: (error: unknown) =>
      notifications.show({
        message: problem.text(error),
        color: 'red',
        icon: <IconAlertTriangle size={18} />,
      }),
  };
}
