import type { Say } from '../../say.js';
import type { ImportOrder } from './import-room.js';
import { importPack } from './import-pack.js';
import { describePlaced } from './pull-command.js';
import { WatchedBytes } from './watched-bytes.js';

/** `models import <zip or folder>`. */
export async function importPackCommand(order: ImportOrder, say: Say): Promise<void> {
  const bar = new WatchedBytes();
  try {
    const placed = await importPack(order, {
      begins: (bytes) => bar.begins('Importing', bytes),
      came: bar.came,
    });
    bar.end();
    describePlaced(placed).forEach(say);
    if (placed.passedOver.length > 0) say(`  Passed over, as no part of it: ${placed.passedOver.join(', ')}`);
  } finally {
    bar.end();
  }
}
