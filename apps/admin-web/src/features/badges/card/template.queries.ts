import { badgeTemplate, type BadgeTemplate, type BadgeTemplateUpdate } from '@rollcall/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { API, formOf, request } from '../../../api/client.js';

const templateKey = ['badge-template'];
const PATH = '/badges/template';

export const useTemplate = () =>
  useQuery({ queryKey: templateKey, queryFn: () => request(PATH, { schema: badgeTemplate }) });

/** The server shows every logo at the same address; the moment makes another one of it. */
export const logoAddress = (changedAt: number) => `${API}${PATH}/logo?at=${changedAt}`;

function useChange<T>(change: (wanted: T) => Promise<BadgeTemplate>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (template) => client.setQueryData(templateKey, template),
  });
}

export const useSaveTemplate = () =>
  useChange((json: BadgeTemplateUpdate) => request(PATH, { method: 'PUT', json, schema: badgeTemplate }));

/** Null takes the logo away. */
export const useSaveLogo = () =>
  useChange((logo: Blob | null) =>
    logo
      ? request(`${PATH}/logo`, { method: 'PUT', form: formOf({ logo }), schema: badgeTemplate })
      : request(`${PATH}/logo`, { method: 'DELETE', schema: badgeTemplate }),
  );
