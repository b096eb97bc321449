import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { demo } from './demo/demo.js';
import { describeIdentification, identify } from './evaluate/identify.js';
import { labelledPictures } from './evaluate/labelled-folder.js';
import { describeQuality } from './evaluate/describe-quality.js';
import { describeThresholds } from './evaluate/describe-threshold.js';
import { describeLiveness, measureLiveness, type LivenessOptions } from './evaluate/liveness.js';
import { evaluateQuality, type QualityOptions } from './evaluate/quality.js';
import { measureThresholds, type ThresholdOptions } from './evaluate/threshold.js';
import { cosineOf, countOf, countsOf, rateOf } from './evaluate/threshold-options.js';
import { describeVerification, verify } from './evaluate/verify.js';
import { addModelCommands } from './models/commands.js';
import { rotateKey } from './models/models.js';
import { importCommand } from './people/import-command.js';
import { packNamed } from './packs.js';

const { DATA_DIR: dataDir = 'data', MODELS_DIR: modelsDir, MODEL_PACK: defaultPack = 'open' } = process.env;
const out = (line: string) => process.stdout.write(`${line}\n`);
/** npm runs scripts in the project's folder; paths are meant from where the command was typed. */
const fromHere = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path);

interface Common {
  readonly pack: string;
  readonly json?: boolean;
}

const program = new Command('rollcall').description('Commands beside the server.').showHelpAfterError();

program
  .command('demo')
  .description('enrol a few people on the server that runs here and check them in')
  .action(() => demo(dataDir, out));

program
  .command('people')
  .description('the people of the server that runs here')
  .command('import')
  .description('take in a list of people with their photos, however many; run it again to go on after a stop')
  .argument(
    '<csv>',
    'employeeNo,name and optionally email,department,site,consentVersion,consentGivenAt,photos',
  )
  .option(
    '--photos <folder or zip>',
    'a photo is named <employeeNo>.jpg, <employeeNo>_2.jpg or lies in a folder <employeeNo>',
  )
  .action(async (csv: string, { photos }: { photos?: string }) => {
    process.exitCode = await importCommand(dataDir, fromHere(csv), photos && fromHere(photos), out);
  });

addModelCommands(
  program,
  {
    dataDir,
    modelsDir: modelsDir ?? `${dataDir}/models`,
    chosenPack: process.env['MODEL_PACK'],
    mirror: process.env['MODEL_MIRROR'],
    fromHere,
  },
  out,
);

program
  .command('templates')
  .description('the rotated vectors of the gallery')
  .command('rotate-key')
  .description('re-issue every template under the newest key of ROLLCALL_TEMPLATE_KEYS')
  .action(() => rotateKey(dataDir, out));

const evaluate = program.command('evaluate').description('measure recognition on labelled pictures');

evaluate
  .command('verify')
  .description('LFW-style verification: are two pictures the same person?')
  .requiredOption('--pairs <file>', "LFW's pairs.txt, or lines of path, path and 1 or 0 with tabs between")
  .requiredOption('--root <folder>', 'where the pictures lie')
  .option('--pack <name>', 'model pack', defaultPack)
  .option('--out <folder>', 'where to write the pictures', 'evaluation')
  .option('--json', 'print JSON')
  .action(async (options: Common & { pairs: string; root: string; out: string }) => {
    const pack = await packNamed(options.pack, modelsDir, dataDir);
    const report = await verify(pack, fromHere(options.pairs), fromHere(options.root), fromHere(options.out));
    out(options.json ? JSON.stringify(report, null, 2) : describeVerification(report));
  });

evaluate
  .command('identify')
  .description('open-set identification: who is this, or a stranger? Folders hold one sub-folder per person')
  .requiredOption('--gallery <folder>', 'pictures to enrol')
  .requiredOption('--probes <folder>', 'other pictures of the same people')
  .requiredOption('--strangers <folder>', 'pictures of people who are not enrolled')
  .option('--pack <name>', 'model pack', defaultPack)
  .option('--json', 'print JSON')
  .action(async (options: Common & { gallery: string; probes: string; strangers: string }) => {
    const pack = await packNamed(options.pack, modelsDir, dataDir);
    const [gallery, probes, strangers] = [options.gallery, options.probes, options.strangers].map(fromHere);
    const report = await identify(pack, { gallery: gallery!, probes: probes!, strangers: strangers! });
    out(options.json ? JSON.stringify(report, null, 2) : describeIdentification(report));
  });

evaluate
  .command('threshold')
  .description('which threshold lets how many strangers in, by the size of the gallery')
  .requiredOption('--people <folder>', 'pictures, in one sub-folder per person')
  .option('--pictures <pattern>', "file names that count, as a regular expression: '^(?!profile)'", '')
  .option('--pack <name>', 'model pack', defaultPack)
  .option('--fpir <rate>', 'share of strangers that may be taken for somebody', rateOf, 0.01)
  .option('--gallery <sizes>', 'templates in the gallery', countsOf, [100, 1000, 10_000])
  .option('--splits <n>', 'random splits into enrolled people and strangers', countOf, 200)
  .option('--out <folder>', 'where to write the picture', 'evaluation')
  .option('--json', 'print JSON')
  .action(async (options: Common & ThresholdOptions & { people: string; pictures: string }) => {
    const pack = await packNamed(options.pack, modelsDir, dataDir);
    const pictures = labelledPictures(fromHere(options.people), new RegExp(options.pictures));
    const report = await measureThresholds(pack, pictures, { ...options, out: fromHere(options.out) });
    out(options.json ? JSON.stringify(report, null, 2) : describeThresholds(report));
  });

evaluate
  .command('quality')
  .description('how far picture quality foretells misses: FNMR when the worst pictures are left out')
  .requiredOption('--people <folder>', 'pictures, in one sub-folder per person')
  .option('--pictures <pattern>', "file names that count, as a regular expression: '^(?!profile)'", '')
  .option('--pack <name>', 'model pack', defaultPack)
  .addOption(
    new Option('--threshold <cosine>', "of a match; the pack's when left out")
      .argParser(cosineOf)
      .conflicts('fmr'),
  )
  .option('--fmr <rate>', 'or the threshold that so many comparisons of two people reach', rateOf)
  .option('--out <folder>', 'where to write the picture', 'evaluation')
  .option('--json', 'print JSON')
  .action(async (options: Common & QualityOptions & { people: string; pictures: string }) => {
    const pack = await packNamed(options.pack, modelsDir, dataDir);
    const pictures = labelledPictures(fromHere(options.people), new RegExp(options.pictures));
    const report = await evaluateQuality(pack, pictures, { ...options, out: fromHere(options.out) });
    out(options.json ? JSON.stringify(report, null, 2) : describeQuality(report));
  });

evaluate
  .command('liveness')
  .description('how many attacks pass before your own cameras, and how many living people are refused')
  .requiredOption('--live <folder>', 'pictures of living people')
  .requiredOption(
    '--attack <folder>',
    'pictures of prints, screens and the like; its sub-folders are kinds of attack',
  )
  .option('--pack <name>', 'model pack', defaultPack)
  .option('--threshold <score>', 'least score of a living face', rateOf, 0.35)
  .option('--out <folder>', 'where to write the curve', 'evaluation')
  .option('--json', 'print JSON')
  .action(async (options: Common & LivenessOptions) => {
    const pack = await packNamed(options.pack, modelsDir, dataDir);
    const folders = {
      live: fromHere(options.live),
      attack: fromHere(options.attack),
      out: fromHere(options.out),
    };
    const report = await measureLiveness(pack, { ...options, ...folders });
    out(options.json ? JSON.stringify(report, null, 2) : describeLiveness(report));
  });

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
