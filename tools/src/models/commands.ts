import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Say } from '../say.js';
import { confirm } from '../terminal.js';
import { CATALOGUE } from './catalogue/catalogue.js';
import { activateModel, listModels, rollBackModel, type ActivateOptions } from './models.js';
import { importPackCommand } from './packs/import-command.js';
import type { ImportOrder } from './packs/import-room.js';
import { STUDIO } from './packs/installed.js';
import { runningModels } from './packs/pack-use.js';
import { pullPackCommand, type PullWishes } from './packs/pull-command.js';
import { quantizeCommand } from './packs/quantize-command.js';
import { removeCommand, type RemoveOptions } from './packs/remove-command.js';
import { verifyCommand } from './packs/verify-command.js';
import { pullCommand } from './pull/command.js';
import { isAddress } from './pull/origins.js';
import type { PullOrder } from './pull/pull-vgg16.js';

/** Where commands find things. */
export interface Surroundings {
  readonly dataDir: string;
  readonly modelsDir: string;
  /** What MODEL_PACK says. */
  readonly chosenPack: string | undefined;
  /** What MODEL_MIRROR says. */
  readonly mirror: string | undefined;
  /** A path as it was meant where the command was typed. */
  readonly fromHere: (path: string) => string;
}

type PullOptions = Pick<PullOrder, 'whole' | 'sha256' | 'again'> & Pick<PullWishes, 'acceptLicence'>;

/** `models`: the packs of the server that runs here, and those that could be. */
export function addModelCommands(
  program: Command,
  { mirror: named, ...around }: Surroundings,
  out: Say,
): void {
  const { dataDir, fromHere } = around;
  const modelsDir = resolve(around.modelsDir);
  const mirror = named ? (isAddress(named) ? named : fromHere(named)) : undefined;
  const models = program
    .command('models')
    .description('which networks recognise faces on the server that runs here');
  addServerCommands(models, dataDir, modelsDir, out);
  models
    .command('pull')
    .description(
      'fetch a pack, or the weights that the portrait studio paints by (vgg16); "models list" names them',
    )
    .argument('<name>')
    .option('--accept-licence', 'accept the licence of a pack without being asked')
    .option('--again', 'although it is there')
    .option('--whole', 'vgg16: read the whole published file, so that its published sha256 is checked')
    .option('--sha256 <hex>', 'vgg16: what the placed file must have')
    .addHelpText(
      'after',
      '\nMODEL_MIRROR names an address or a folder that stands in for the published places.',
    )
    .action((name: string, { acceptLicence, again, ...weights }: PullOptions) => {
      const order = { modelsDir, mirror, ...(again && { again }) };
      if (name === STUDIO) return pullCommand({ ...order, ...weights }, out);
      const wishes = { ...order, catalogue: CATALOGUE, ...(acceptLicence && { acceptLicence }) };
      return pullPackCommand(name, wishes, confirm, out);
    });
  models
    .command('import')
    .description('take in a pack from a zip or a folder, with its pack.json or as InsightFace publishes it')
    .argument('<zip or folder>')
    .option(
      '--name <name>',
      'what the pack is to be called; otherwise as its pack.json says, or after the source',
    )
    .option('--again', 'replace a pack of this name')
    .action((source: string, options: Pick<ImportOrder, 'name' | 'again'>) =>
      importPackCommand({ ...options, source: fromHere(source), modelsDir, catalogue: CATALOGUE }, out),
    );
  models
    .command('quantize')
    .description('add an 8-bit detector to a pack with SCRFD, where that is faster; the other one stays')
    .argument('<name>')
    .requiredOption('--photos <folder>', 'pictures of faces as your cameras take them')
    .action((name: string, { photos }: { photos: string }) =>
      quantizeCommand(name, modelsDir, fromHere(photos), out),
    );
  models
    .command('verify')
    .description('compare every file of a pack with its sha256; exit code 1 where one differs')
    .argument('<name>')
    .action(async (name: string) => {
      process.exitCode = await verifyCommand(name, modelsDir, out);
    });
  models
    .command('remove')
    .description('delete an installed pack, add-on, or the weights of the studio')
    .argument('<name>')
    .option('--yes', 'without asking')
    .option('--force', 'although the server uses it')
    .action(async (name: string, options: RemoveOptions) => {
      const user = { modelsDir, chosen: around.chosenPack, running: await runningModels(dataDir) };
      await removeCommand(name, user, options, confirm, out);
    });
}

function addServerCommands(models: Command, dataDir: string, modelsDir: string, out: Say): void {
  models
    .command('list')
    .description('what is installed, how far its templates cover the enrolled faces, and what can be pulled')
    .action(() => listModels(dataDir, modelsDir, out));
  models
    .command('activate')
    .description('re-embed the kept photos with another pack, show how decisions differ, then change over')
    .argument('<pack>')
    .option('--yes', 'change over without asking')
    .option('--dry-run', 'prepare and report only')
    .option('--json', 'print the report as JSON')
    .action((pack: string, options: ActivateOptions) => activateModel(dataDir, pack, options, confirm, out));
  models
    .command('rollback')
    .description('return to the pack that decided before')
    .option('--yes', 'go back without asking')
    .action((options: Pick<ActivateOptions, 'yes'>) => rollBackModel(dataDir, options, confirm, out));
}
