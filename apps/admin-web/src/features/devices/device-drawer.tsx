import { Button, Drawer, Group, Radio, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  deviceCreate,
  deviceDirection,
  type Device,
  type DeviceDirection,
  type DeviceWithKey,
  type Site,
} from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { refusedFields, rulesOf } from '../../ui/form-rules.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useSites } from '../organisation/organisation.queries.js';
import { useCreateDevice, useUpdateDevice } from './devices.queries.js';
import { LivenessFields } from './liveness-fields.js';
import { livenessOf, livenessValues, type LivenessValues } from './liveness-values.js';

interface DeviceDrawerProps {
  editing: Device | 'new' | null;
  onClose: () => void;
  onCreated: (device: DeviceWithKey) => void;
}

export function DeviceDrawer({ editing, onClose, onCreated }: DeviceDrawerProps) {
  const { t } = useTranslation('devices');
  return (
    <Drawer opened={editing !== null} onClose={onClose} title={t(editing === 'new' ? 'add' : 'edit')}>
      {editing === 'new' && <NewDevice onCreated={onCreated} />}
      {editing !== 'new' && editing && <ChangeDevice device={editing} onDone={onClose} />}
    </Drawer>
  );
}

function NewDevice({ onCreated }: { onCreated: (device: DeviceWithKey) => void }) {
  const create = useCreateDevice();
  return (
    <DeviceForm
      saving={create.isPending}
      error={create.error}
      onSubmit={(values, refuse) => create.mutate(values, { onSuccess: onCreated, onError: refuse })}
    />
  );
}

function ChangeDevice({ device, onDone }: { device: Device; onDone: () => void }) {
  const update = useUpdateDevice(device.id);
  return (
    <DeviceForm
      device={device}
      saving={update.isPending}
      error={update.error}
      onSubmit={(values, refuse) => update.mutate(values, { onSuccess: onDone, onError: refuse })}
    />
  );
}

/** The one that the server takes where none is chosen. */
const firstSite = (sites: Site[] = []) => sites.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))[0];

interface DeviceValues {
  name: string;
  direction: DeviceDirection;
  showScores: boolean;
  liveness: boolean | null;
  livenessThreshold: number | null;
  siteId?: string;
}
/** What stands in the form. */
interface DeviceFields extends LivenessValues {
  name: string;
  siteId: string | null;
  direction: DeviceDirection;
  showScores: boolean;
}
const askedOf = ({ siteId, ...fields }: DeviceFields, device?: Device): DeviceValues => ({
  ...fields,
  ...livenessOf(fields, device),
  ...(siteId && { siteId }),
});

interface DeviceFormProps {
  device?: Device;
  saving: boolean;
  error: unknown;
  onSubmit: (values: DeviceValues, refuse: (error: unknown) => void) => void;
}

function DeviceForm({ device, saving, error, onSubmit }: DeviceFormProps) {
  const { t } = useTranslation('devices');
  const { t: tApp } = useTranslation();
  const { t: tUi } = useTranslation('ui');
  const sites = useSites();
  const rules = rulesOf(deviceCreate, tUi);
  const form = useForm<DeviceFields>({
    initialValues: {
      name: device?.name ?? '',
      siteId: device?.siteId ?? null,
      direction: device?.direction ?? 'auto',
      showScores: device?.showScores ?? false,
      ...livenessValues(device),
    },
    validate: (values) => rules(askedOf(values, device)),
  });
  const submit = form.onSubmit((values) =>
    onSubmit(askedOf(values, device), (refused) => form.setErrors(refusedFields(refused))),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="lg">
        <ProblemAlert error={error} />
        <TextInput
          data-autofocus
          label={t('field.name')}
          placeholder={t('field.nameHint')}
          {...form.getInputProps('name')}
        />
        <Select
          label={t('field.site')}
          description={t('field.siteHint')}
          placeholder={firstSite(sites.data)?.name}
          data={sites.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          {...form.getInputProps('siteId')}
        />
        <Radio.Group label={t('field.direction')} {...form.getInputProps('direction')}>
          <Stack gap="xs" mt={6}>
            {deviceDirection.options.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`direction.${value}`)}
                description={t(`directionHint.${value}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Switch
          label={t('field.showScores')}
          description={t('field.showScoresHint')}
          {...form.getInputProps('showScores', { type: 'checkbox' })}
        />
        <LivenessFields form={form} />
        <Group justify="flex-end">
          <Button type="submit" loading={saving}>
            {tApp(device ? 'action.save' : 'action.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
