import type { Database } from '../platform/database/database.js';

/** The pack that was activated while the server ran; null while MODEL_PACK decides. Asked before the app is made. */
export async function activatedPack(database: Database): Promise<string | null> {
  const [state] = await database.ask<{ pack: string | null }>('SELECT pack FROM gallery_state');
  return state?.pack ?? null;
}
