import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';

/** For what may only be told to others once it is true. */
@Injectable()
export class AfterCommit implements EntitySubscriberInterface {
  private readonly pending = new WeakMap<QueryRunner, (() => void)[]>();

  constructor(source: DataSource) {
    source.subscribers.push(this);
  }

  /**
   * Runs once the caller's transaction is committed, at once where there is none, and not at all when it is rolled back.
   * It must not wait for the database: the transaction's connection, which may be the only one, is not free yet.
   */
  run(manager: EntityManager, action: () => void): void {
    const runner = manager.queryRunner;
    if (!runner?.isTransactionActive) return action();
    this.pending.set(runner, [...(this.pending.get(runner) ?? []), action]);
  }

  afterTransactionCommit({ queryRunner }: { queryRunner: QueryRunner }): void {
    if (queryRunner.isTransactionActive) return; // It was a savepoint.
    const actions = this.pending.get(queryRunner) ?? [];
    this.pending.delete(queryRunner);
    actions.forEach((action) => action());
  }

  afterTransactionRollback({ queryRunner }: { queryRunner: QueryRunner }): void {
    // Rolling back to a savepoint may tell of too much, never of too little.
    if (!queryRunner.isTransactionActive) this.pending.delete(queryRunner);
  }
}
