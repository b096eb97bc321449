import { useDepartments, useSites } from './organisation.queries.js';

const choices = (items: { id: string; name: string }[] = []) =>
  items.map(({ id, name }) => ({ value: id, label: name }));

/** Departments and sites as a field offers them. */
export function usePlaceChoices() {
  const sites = useSites();
  const departments = useDepartments();
  return { departments: choices(departments.data), sites: choices(sites.data) };
}
