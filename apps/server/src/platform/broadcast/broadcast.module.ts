import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Broadcast } from './broadcast.js';
import { InProcessBroadcast } from './in-process-broadcast.js';
import { PostgresBroadcast } from './postgres-broadcast.js';

const openBroadcast = (database: Database): Broadcast | Promise<Broadcast> =>
  database.kind === 'embedded'
    ? new InProcessBroadcast()
    : new PostgresBroadcast(() => database.newClient()).open();

@Global()
@Module({
  providers: [{ provide: Broadcast, useFactory: openBroadcast, inject: [Database] }],
  exports: [Broadcast],
})
export class BroadcastModule implements OnApplicationShutdown {
  constructor(private readonly broadcast: Broadcast) {}

  onApplicationShutdown(): Promise<void> {
    return this.broadcast.close();
  }
}
