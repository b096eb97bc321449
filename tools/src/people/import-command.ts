import { writeFile } from 'node:fs/promises';
import { localServer } from '../local-server.js';
import { RollcallClient } from '../rollcall-client.js';
import { ImportBar } from './import-bar.js';
import { describeImport, reportCsv } from './import-report.js';
import { importPeople } from './people-import.js';

const INTERRUPTED = 130;

/** Imports a list into the server that runs here, with a bar and a report. Answers the exit code. */
export async function importCommand(
  dataDir: string,
  csv: string,
  photos: string | undefined,
  say: (line: string) => void,
): Promise<number> {
  localServer(dataDir); // Nothing is read and nothing drawn where no server runs.
  const connect = () => {
    const { url, token } = localServer(dataDir);
    return RollcallClient.withToken(url, token);
  };
  const stop = stopOnInterrupt();
  const bar = new ImportBar(drawn, () => performance.now());
  try {
    const outcome = await importPeople(connect, csv, photos, bar, stop.signal);
    drawn('');
    const reportFile = `${csv}.report.csv`;
    await writeFile(reportFile, reportCsv(outcome));
    say(describeImport(outcome, reportFile));
    return outcome.notTaken.length > 0 ? 1 : 0;
  } catch (error) {
    drawn('');
    if (!stop.signal.aborted) throw error;
    say('Stopped. Run the same command again to go on: what was taken stays, and is not taken twice.');
    return INTERRUPTED;
  } finally {
    stop.release();
  }
}

/** The first Ctrl-C calls off what is on its way; one a second later does not wait. */
function stopOnInterrupt() {
  const controller = new AbortController();
  let askedAt: number | undefined;
  const interrupt = () => {
    if (askedAt !== undefined && performance.now() - askedAt > 1000) process.exit(INTERRUPTED);
    askedAt ??= performance.now();
    controller.abort(new Error('Interrupted.'));
  };
  process.on('SIGINT', interrupt);
  return { signal: controller.signal, release: () => void process.off('SIGINT', interrupt) };
}

/** On anything but a terminal nothing, so that a pipe gets the result alone. */
function drawn(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line}`);
}
