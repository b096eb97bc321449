import type { ModelPack } from '@rollcall/vision';
import { Command, Option } from 'commander';
import type { BenchSurroundings } from '../style/command.js';
import { describeVision } from './describe-vision.js';
import { visionBench } from './vision-bench.js';

interface Surroundings extends Pick<BenchSurroundings, 'report' | 'say'> {
  readonly defaultPack: string;
  readonly open: (pack: string) => Promise<ModelPack>;
}

interface Options {
  readonly pack: string;
  readonly against?: string;
  readonly python: string;
  readonly json?: boolean;
}

export const visionCommand = ({ defaultPack, open, report, say }: Surroundings): Command =>
  new Command('vision')
    .description(
      'the face pipeline by stage and as a whole, for one client and for many, next to the time of its networks',
    )
    .option('--pack <name>', 'model pack', defaultPack)
    .addOption(new Option('--against <peer>', 'in turn with it').choices(['insightface']))
    .option('--python <path>', 'interpreter with bench/insightface/requirements.txt', 'python3')
    .option('--json', 'print JSON')
    .action(async ({ pack, against, python, json }: Options) => {
      const result = await visionBench(await open(pack), against ? python : null, say);
      report(`vision-${pack}`, result, describeVision, json);
    });
