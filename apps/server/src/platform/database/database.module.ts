import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AfterCommit } from './after-commit.js';
import { Database } from './database.js';

/** The connection pool of the app. The database itself is opened and migrated before the app is made. */
@Global()
@Module({})
export class DatabaseModule {
  static with(database: Database): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...database.options(),
          migrations: [],
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
      ],
      providers: [{ provide: Database, useValue: database }, AfterCommit],
      exports: [Database, AfterCommit],
    };
  }
}
