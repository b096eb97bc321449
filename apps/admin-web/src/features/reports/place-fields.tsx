import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlaceChoices } from '../organisation/place-choices.js';

interface PlaceFieldsProps {
  department: SelectProps;
  site: SelectProps;
}

/** Of which department and which site; nothing chosen is all. */
export function PlaceFields({ department, site }: PlaceFieldsProps) {
  const { t } = useTranslation('reports');
  const { departments, sites } = usePlaceChoices();
  const usual = { clearable: true, placeholder: t('everybody') };
  return (
    <>
      <Select {...usual} label={t('department')} data={departments} {...department} />
      <Select {...usual} label={t('site')} data={sites} {...site} />
    </>
  );
}
