import { resolve } from 'node:path';
import type { AgreementReport, JobAccepted, ModelList, RotationResult } from '@rollcall/contracts';
import { watchJob } from '../job-watch.js';
import { localServer } from '../local-server.js';
import { RollcallClient } from '../rollcall-client.js';
import type { Say } from '../say.js';
import { CATALOGUE } from './catalogue/catalogue.js';
import { describeAgreement, describeModels } from './describe.js';
import { availablePacks, installedPacks, listLine } from './packs/list-packs.js';
import { runningModels } from './packs/pack-use.js';
import { describeStudio, studioWeights } from './studio-weights.js';

/** How an activation may go. */
export interface ActivateOptions {
  /** Change over without asking. */
  readonly yes?: boolean;
  /** Prepare and report only. */
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const connect = (dataDir: string) => {
  const { url, token } = localServer(dataDir);
  return RollcallClient.withToken(url, token);
};

/**
 * What is installed and what could be. Where a server runs, it says how far its packs are; where none does, their manifests
 * say what they are.
 *
 * @param modelsDir where packs lie, and the studio's weights beside them
 */
export async function listModels(dataDir: string, modelsDir: string, say: Say): Promise<void> {
  const running = await runningModels(dataDir);
  const installed = await installedPacks(modelsDir);
  const serverKnows = new Set(running?.items.map(({ pack }) => pack));
  const lines = [
    ...(running ? [describeModels(running)] : []),
    ...installed.filter(({ name }) => !serverKnows.has(name)).map(listLine),
    ...availablePacks(CATALOGUE, installed).map(listLine),
    describeStudio(await studioWeights(modelsDir)),
    ...(running
      ? []
      : [`No server runs on ${resolve(dataDir)}: which pack decides, and for how many faces, is not known.`]),
  ];
  say(lines.join('\n'));
}

/**
 * Fills in another pack's templates on the running server, shows how its decisions differ, and changes over once that
 * is confirmed. Nobody is turned away meanwhile.
 */
export async function activateModel(
  dataDir: string,
  pack: string,
  options: ActivateOptions,
  confirm: (question: string) => Promise<boolean>,
  say: Say,
): Promise<void> {
  const client = connect(dataDir);
  const { jobId } = await client.json<JobAccepted>('POST', `/models/${pack}/prepare`, {});
  const job = await watchJob(client, jobId, `Preparing ${pack}`);
  const report = job.result as unknown as AgreementReport;
  say(options.json ? JSON.stringify(report, null, 2) : describeAgreement(report));
  if (options.dryRun) return;
  if (!options.yes && !(await confirm(`Change over to ${pack} now?`))) {
    say(`Nothing was changed. "models activate ${pack}" again when you are ready; --yes does not ask.`);
    return;
  }
  await client.json<ModelList>('POST', `/models/${pack}/activate`, {});
  say(`${pack} decides from now on. "models rollback" returns to the pack before.`);
}

/** Back to the pack before, once that is confirmed; who was enrolled since gets a template of it first. */
export async function rollBackModel(
  dataDir: string,
  { yes }: Pick<ActivateOptions, 'yes'>,
  confirm: (question: string) => Promise<boolean>,
  say: Say,
): Promise<void> {
  const client = connect(dataDir);
  const { previous } = await client.get<ModelList>('/models');
  if (!previous) throw new Error('No other pack was active before this one.');
  const { jobId } = await client.json<JobAccepted>('POST', `/models/${previous}/prepare`, {});
  await watchJob(client, jobId, `Preparing ${previous}`);
  if (!yes && !(await confirm(`Go back to ${previous} now?`))) {
    say('Nothing was changed. "models rollback" again when you are ready; --yes does not ask.');
    return;
  }
  await client.json<ModelList>('POST', '/models/rollback', {});
  say(`${previous} decides again.`);
}

/** Re-issues every template under the newest key of ROLLCALL_TEMPLATE_KEYS. */
export async function rotateKey(dataDir: string, say: Say): Promise<void> {
  const client = connect(dataDir);
  const { jobId } = await client.json<JobAccepted>('POST', '/gallery/rotate-key', {});
  const job = await watchJob(client, jobId, 'Re-issuing templates');
  const { fromKey, toKey, templates } = job.result as unknown as RotationResult;
  say(`${templates} templates were re-issued: key ${toKey} serves, ${fromKey} is no longer needed.`);
}
