import { Button, Menu } from '@mantine/core';
import { REPORT_FORMATS } from '@rollcall/contracts';
import { IconFileTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../ui/toast.js';
import type { Look, Wish } from '../reports.queries.js';
import { orderOf, useOrderReport } from './background.queries.js';

/** For what takes too long to wait for. */
export function OrderMenu({ wish, look, disabled }: { wish: Wish; look: Look; disabled: boolean }) {
  const { t } = useTranslation('reports');
  const toast = useToast();
  const order = useOrderReport();
  const onSuccess = () => toast.done(t('background.ordered'));
  return (
    <Menu position="bottom-start" width={290}>
      <Menu.Target>
        <Button
          variant="subtle"
          leftSection={<IconFileTime size={18} />}
          disabled={disabled}
          loading={order.isPending}
        >
          {t('background.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('background.hint')}</Menu.Label>
        {REPORT_FORMATS.map((format) => (
          <Menu.Item
            key={format}
            onClick={() => order.mutate(orderOf(wish, look, format), { onSuccess, onError: toast.failed })}
          >
            {t('background.as', { format: t(`format.${format}`) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
