import { Button, Group } from '@mantine/core';
import type { ModelState } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { useMoments } from '../../ui/moments.js';
import { useToast } from '../../ui/toast.js';
import { useActivateModel, usePrepareModel } from './models.queries.js';

interface ModelActionsProps {
  model: ModelState;
  serving: string;
}

/** First prepare, then look at the report, then activate: nobody is turned away in between. */
export function ModelActions({ model, serving }: ModelActionsProps) {
  const { state } = model;
  const preparable = state === 'installed' || state === 'partly' || state === 'prepared';
  return (
    <Group gap="xs">
      {preparable && <Prepare model={model} />}
      {state === 'prepared' && <Activate model={model} serving={serving} />}
    </Group>
  );
}

function Prepare({ model }: { model: ModelState }) {
  const { t } = useTranslation('models');
  const toast = useToast();
  const prepare = usePrepareModel();
  const words = { installed: 'prepare.open', partly: 'prepare.goOn', prepared: 'prepare.again' } as const;
  return (
    <Button
      size="xs"
      variant={model.state === 'prepared' ? 'default' : 'light'}
      loading={prepare.isPending}
      onClick={() => prepare.mutate(model.pack, { onError: toast.failed })}
    >
      {t(words[model.state as keyof typeof words])}
    </Button>
  );
}

function Activate({ model, serving }: ModelActionsProps) {
  const { t } = useTranslation('models');
  const { number } = useMoments();
  const confirm = useConfirmDelete();
  const toast = useToast();
  const activate = useActivateModel();
  const { title, facesWithout, commercialUse } = model;
  const ask = () =>
    confirm({
      harmless: true,
      title: t('activate.title', { title }),
      text: [
        t('activate.text', { serving }),
        ...(facesWithout > 0
          ? [t('activate.without', { count: facesWithout, number: number(facesWithout) })]
          : []),
        ...(commercialUse ? [] : [t('activate.research')]),
      ].join(' '),
      confirm: t('activate.confirm'),
      onConfirm: () =>
        activate.mutate(model.pack, {
          onSuccess: () => toast.done(t('serves', { title })),
          onError: toast.failed,
        }),
    });
  return (
    <Button size="xs" loading={activate.isPending} onClick={ask}>
      {t('activate.open')}
    </Button>
  );
}
