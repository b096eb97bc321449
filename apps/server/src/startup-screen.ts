import type { PackInfo } from '@rollcall/contracts';
import type { Config } from './platform/config/config.js';

/** The address to type on this machine, whichever interface was listened on. */
export const localAddress = (url: string) =>
  url.replace(/\/\/(0\.0\.0\.0|127\.0\.0\.1|\[::1?\])/, '//localhost');

/** One screen that says where to go, how to sign in and what runs. */
export function startupScreen(
  url: string,
  config: Config,
  database: 'postgres' | 'embedded',
  pack: PackInfo,
  generated: { email: string; password: string } | null,
  unreadable: number,
): string {
  const commercial = pack.commercialUse ? 'commercial use allowed' : 'NOT for commercial use';
  const lines = [
    '',
    '  Rollcall is running.',
    '',
    `  Dashboard   ${url}/`,
    `  Kiosk       ${url}/kiosk`,
    `  API         ${url}/api/docs`,
    '',
    ...signIn(config, generated),
    '',
    `  Models      ${pack.title} (${pack.name})`,
    `              ${pack.licence}; ${commercial}`,
    ...(pack.mostPeople === null
      ? []
      : [
          `              For up to about ${pack.mostPeople} people; for more see "Model packs" in README.md.`,
        ]),
    ...notice(unreadable),
    `  Data        ${config.dataDir}${database === 'embedded' ? ' (embedded database)' : ' and DATABASE_URL'}`,
    '',
    '  Stop with Ctrl+C.',
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function signIn(config: Config, generated: { email: string; password: string } | null): string[] {
  if (!generated) {
    const who = config.admin.email ?? 'your account';
    return [`  Sign in     as ${who}, with the password you chose`];
  }
  return [
    `  Sign in     ${generated.email}`,
    `  Password    ${generated.password}`,
    '              Shown only this once. Change it under your name, top right.',
  ];
}

/** Templates of one pack mean nothing to another. */
function notice(unreadable: number): string[] {
  if (unreadable === 0) return [];
  return [
    `  Attention   ${unreadable} enrolled people are not recognised: their faces were enrolled with another pack.`,
    '              Start with that pack (MODEL_PACK), or enrol them again.',
  ];
}
