import {
  ColorInput,
  Input,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { LOGO_PLATES, type BadgeTemplate } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { refusedFields } from '../../../ui/form-rules.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { SaveChanges } from '../../../ui/save-changes.js';
import { Section } from '../../../ui/section.js';
import { useToast } from '../../../ui/toast.js';
import { useMay } from '../../auth/permissions.js';
import { Readability } from './readability.js';
import { useSaveTemplate } from './template.queries.js';

interface FieldsProps {
  form: UseFormReturnType<BadgeTemplate>;
  disabled: boolean;
}

export function CardForm({ form }: { form: UseFormReturnType<BadgeTemplate> }) {
  const { t } = useTranslation('badges');
  const { t: tApp } = useTranslation();
  const toast = useToast();
  const editable = useMay()('badges.design');
  const save = useSaveTemplate();
  const submit = form.onSubmit(({ hasLogo: _, logoColours: __, unprintable: ___, cut: ____, ...update }) =>
    save.mutate(update, {
      onSuccess: (saved) => {
        toast.done(tApp('saved'));
        form.setInitialValues(saved);
        form.reset();
      },
      onError: (refused) => form.setErrors(refusedFields(refused)),
    }),
  );
  return (
    <Section title={t('design.look')} description={editable ? undefined : t('design.readOnly')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Words form={form} disabled={!editable} />
          <Colours form={form} disabled={!editable} />
          <Readability {...form.values} />
          <LogoPlate form={form} disabled={!editable} />
          <ProblemAlert error={save.error} />
          {editable && <SaveChanges saving={save.isPending} changed={form.isDirty()} />}
        </Stack>
      </form>
    </Section>
  );
}

function Words({ form, disabled }: FieldsProps) {
  const { t } = useTranslation('badges');
  return (
    <>
      <TextInput label={t('design.company')} disabled={disabled} {...form.getInputProps('companyName')} />
      <Input.Wrapper label={t('design.layout')} labelElement="div">
        <SegmentedControl
          fullWidth
          mt={6}
          aria-label={t('design.layout')}
          disabled={disabled}
          data={(['landscape', 'portrait'] as const).map((value) => ({ value, label: t(`design.${value}`) }))}
          value={form.values.layout}
          onChange={(layout) => form.setFieldValue('layout', layout)}
        />
      </Input.Wrapper>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Switch
          label={t('design.showDepartment')}
          disabled={disabled}
          {...form.getInputProps('showDepartment', { type: 'checkbox' })}
        />
        <Switch
          label={t('design.showQr')}
          description={t('design.showQrHint')}
          disabled={disabled}
          {...form.getInputProps('showQr', { type: 'checkbox' })}
        />
      </SimpleGrid>
      <Textarea
        autosize
        minRows={3}
        maxRows={8}
        label={t('design.backText')}
        description={t('design.backTextHint')}
        disabled={disabled}
        {...form.getInputProps('backText')}
      />
    </>
  );
}

function Colours({ form, disabled }: FieldsProps) {
  const { t } = useTranslation('badges');
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      {(['accent', 'background', 'text'] as const).map((field) => (
        <ColorInput
          key={field}
          format="hex"
          label={t(`design.${field}`)}
          disabled={disabled}
          {...form.getInputProps(field)}
        />
      ))}
    </SimpleGrid>
  );
}

function LogoPlate({ form, disabled }: FieldsProps) {
  const { t } = useTranslation('badges');
  return (
    <Input.Wrapper label={t('design.plate.label')} labelElement="div" description={t('design.plate.hint')}>
      <SegmentedControl
        fullWidth
        mt={6}
        aria-label={t('design.plate.label')}
        disabled={disabled}
        data={LOGO_PLATES.map((value) => ({ value, label: t(`design.plate.${value}`) }))}
        value={form.values.logoPlate}
        onChange={(logoPlate) => form.setFieldValue('logoPlate', logoPlate)}
      />
    </Input.Wrapper>
  );
}
