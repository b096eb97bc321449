import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { siteCreate, type Site } from '@rollcall/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { refusedFields, rulesOf } from '../../ui/form-rules.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { NamedList } from './named-list.js';
import { useDelete, useSaveSite, useSites } from './organisation.queries.js';

const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

export function Sites() {
  const { t } = useTranslation('organisation');
  const sites = useSites();
  const editable = useMay()('organisation.edit');
  const [editing, setEditing] = useState<Site | 'new' | null>(null);
  const confirm = useConfirmDelete();
  const toast = useToast();
  const remove = useDelete('sites');
  const add = editable && (
    <Button size="xs" variant="light" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
      {t('site.add')}
    </Button>
  );
  return (
    <Section title={t('site.title')} description={t('site.lead')} actions={add}>
      <NamedList
        query={sites}
        empty={t('site.empty')}
        note={(site) => site.timeZone}
        editable={editable}
        onEdit={setEditing}
        onDelete={(site) =>
          confirm({
            title: t('site.delete', { name: site.name }),
            text: t('site.deleteText'),
            onConfirm: () => remove.mutate(site.id, { onError: toast.failed }),
          })
        }
      />
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={t(editing === 'new' ? 'site.add' : 'site.edit')}
      >
        {editing && <SiteForm site={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />}
      </Modal>
    </Section>
  );
}

function SiteForm({ site, onDone }: { site: Site | null; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const { t: tApp } = useTranslation();
  const { t: tUi } = useTranslation('ui');
  const save = useSaveSite(site?.id ?? null);
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const form = useForm({
    initialValues: { name: site?.name ?? '', timeZone: site?.timeZone ?? ownZone() },
    validate: rulesOf(siteCreate, tUi),
  });
  const submit = form.onSubmit((values) =>
    save.mutate(values, { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) }),
  );
  const data = zones.includes(form.values.timeZone) ? zones : [form.values.timeZone, ...zones];
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ProblemAlert error={save.error} />
        <TextInput data-autofocus label={t('name')} {...form.getInputProps('name')} />
        <Select
          label={t('site.zone')}
          description={t('site.zoneHint')}
          searchable
          limit={60}
          allowDeselect={false}
          data={data}
          {...form.getInputProps('timeZone')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {tApp('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
