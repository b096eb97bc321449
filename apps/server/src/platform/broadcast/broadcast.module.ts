import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Broadcast } from './broadcast.js';
import { InProcessBroadcast } from './in-process-broadcast.js';

@Global()
@Module({
  providers: [{ provide: Broadcast, useFactory: () => new InProcessBroadcast() }],
  exports: [Broadcast],
})
export class BroadcastModule implements OnApplicationShutdown {
  constructor(private readonly broadcast: Broadcast) {}

  onApplicationShutdown(): Promise<void> {
    return this.broadcast.close();
  }
}
