import { useTranslation } from 'react-i18next';
import { useMay } from '../auth/permissions.js';
import { useSession } from '../auth/session.js';
import { useUserNames } from './users.queries.js';

const ACTOR = /^([a-z-]+):(.+)$/;

/** Who did something, as a name: records keep `user:<id>`, because names change. */
export function useActorName(): (actor: string) => string {
  const { t } = useTranslation('users');
  const { data: me } = useSession();
  const { data: users } = useUserNames(useMay()('users.names'));
  return (actor) => {
    const [, kind, id] = ACTOR.exec(actor) ?? [];
    if (kind === undefined) return actor;
    if (kind !== 'user') return t('actor.token');
    if (id === me?.id) return me?.name ?? '';
    return users?.find((user) => user.id === id)?.name ?? t('actor.other');
  };
}
