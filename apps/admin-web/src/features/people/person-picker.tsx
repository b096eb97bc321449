import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_FILTERS, usePeople } from './people.queries.js';

const TYPING_PAUSE_MS = 250;

export interface PickedPerson {
  id: string;
  name: string;
  employeeNo: string;
}
interface PersonPickerProps {
  label: string;
  description?: string;
  value: PickedPerson | null;
  error?: ReactNode;
  autoFocus?: boolean;
  /** Somebody who is out of the question. */
  without?: string;
  onChange: (person: PickedPerson | null) => void;
}

const labelOf = ({ name, employeeNo }: PickedPerson) => `${name} · ${employeeNo}`;

/** Finds one of any number of people while somebody types: the server searches, not this list. */
export function PersonPicker({
  label,
  description,
  value,
  error,
  autoFocus = false,
  without,
  onChange,
}: PersonPickerProps) {
  const { t } = useTranslation('people');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  // What is chosen stands in the field too and is no search.
  const search = value && settled === labelOf(value) ? '' : settled;
  const people = usePeople({ ...NO_FILTERS, search, status: 'active' });
  const found: PickedPerson[] =
    people.data?.pages.flatMap((page) => page.items).filter(({ id }) => id !== without) ?? [];
  const offered = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  return (
    <Select
      searchable
      clearable
      openOnFocus={false}
      autoFocus={autoFocus}
      label={label}
      description={description}
      error={error}
      placeholder={t('picker.placeholder')}
      nothingFoundMessage={people.isFetching ? t('picker.searching') : t('noMatch.title')}
      filter={({ options }) => options}
      data={offered.map((person) => ({ value: person.id, label: labelOf(person) }))}
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => onChange(offered.find((person) => person.id === id) ?? null)}
    />
  );
}
