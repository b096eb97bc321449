import { Injectable } from '@nestjs/common';
import { JOB_STATES, type JobKind, type JobQuery, type JobState, type Page } from '@rollcall/contracts';
import { distinctUntilChanged, interval, merge, Observable, startWith, switchMap, takeWhile } from 'rxjs';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Broadcast } from '../broadcast/broadcast.js';
import { AfterCommit } from '../database/after-commit.js';
import { violatesUnique } from '../database/constraint.js';
import { DomainError, notFound } from '../domain-error.js';
import { pageByIdDescending } from '../http/paging.js';
import { JobHandlers } from './job-handlers.js';
import { JOB_CHANGED, JobLedger } from './job-ledger.js';
import type { JobPayloads } from './job-payloads.js';
import { JobQueue, type Dispatch } from './job-queue.js';
import { Job, type JobAbout } from './job.entity.js';

const ATTEMPTS = 5;
const SAFETY_POLL_MS = 10_000;

export interface EnqueueOptions {
  /** The transaction that the job belongs to: it starts once that is committed, and never when it is rolled back. */
  readonly manager?: EntityManager;
  readonly maxAttempts?: number;
  /** An unfinished job of the same kind with the same key is answered instead of a second one. */
  readonly uniqueKey?: string;
  readonly about?: JobAbout;
}

/** Background work, for the features that have some. */
@Injectable()
export class Jobs {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: JobLedger,
    private readonly handlers: JobHandlers,
    private readonly queue: JobQueue,
    private readonly broadcast: Broadcast,
    private readonly afterCommit: AfterCommit,
  ) {}

  /** Answers the job's id. */
  async enqueue<K extends JobKind>(
    actor: string,
    kind: K,
    payload: JobPayloads[K],
    options: EnqueueOptions = {},
  ): Promise<string> {
    const { manager = this.source.manager, maxAttempts = ATTEMPTS, uniqueKey = null, about = null } = options;
    const job = { kind, payload: { ...payload }, about, uniqueKey, maxAttempts, createdBy: actor };
    for (;;) {
      const dispatch = await this.ledger.add(manager, job);
      if (dispatch) return this.dispatch(manager, dispatch);
      const unfinished = await this.unfinished(manager, kind, uniqueKey!);
      if (unfinished) return unfinished.id;
    }
  }

  async get(id: string): Promise<Job> {
    const job = await this.source.manager.findOneBy(Job, { id });
    if (!job) throw notFound('job');
    return job;
  }

  /** Jobs by id, as far as they are kept. */
  async named(ids: readonly string[]): Promise<Map<string, Job>> {
    const found = await this.source.manager.findBy(Job, { id: In([...ids]) });
    return new Map(found.map((job) => [job.id, job]));
  }

  /** The newest job of a kind with this key. */
  last(kind: JobKind, uniqueKey: string): Promise<Job | null> {
    return this.source.manager.findOne(Job, { where: { kind, uniqueKey }, order: { id: 'DESC' } });
  }

  /** The jobs of a kind that wait or run, as the caller's transaction sees them. */
  unfinishedOf(manager: EntityManager, kind: JobKind): Promise<Job[]> {
    return manager.findBy(Job, { kind, state: In(UNFINISHED) });
  }

  /** Newest first, of these kinds. */
  list(query: JobQuery, kinds: readonly JobKind[]): Promise<Page<Job>> {
    const rows = this.source.manager.createQueryBuilder(Job, 'j').where('j.kind = ANY(:kinds)', { kinds });
    if (query.kind) rows.andWhere('j.kind = :kind', query);
    if (query.state) rows.andWhere('j.state = :state', query);
    return pageByIdDescending(rows, query, (row) => row);
  }

  /** @throws DomainError `JOB_FINISHED` where there is nothing to stop any more. */
  async cancel(manager: EntityManager, id: string): Promise<void> {
    if (await this.ledger.cancel(manager, id)) return;
    throw new DomainError('conflict', 'JOB_FINISHED', 'This job has come to its end already.');
  }

  /** For what its work belonged to is going away. */
  async cancelIfRunning(manager: EntityManager, id: string): Promise<void> {
    await this.ledger.cancel(manager, id);
  }

  /**
   * @throws DomainError `JOB_COMPLETED`, `JOB_NOT_FINISHED` unless it failed or was cancelled, `JOB_ALREADY_WAITING`, and
   *   what its handler says where nothing is left to work on
   */
  async retry(manager: EntityManager, id: string): Promise<void> {
    const next = await this.ledger.revive(manager, id).catch((error: unknown) => {
      throw violatesUnique(error, 'jobs_unfinished') ? alreadyWaiting() : error;
    });
    if (!next) throw (await manager.existsBy(Job, { id, state: 'completed' })) ? completed() : notFinished();
    const { kind, payload } = await manager.findOneByOrFail(Job, { id });
    await this.handlers.of(kind)?.requireWork?.(payload as JobPayloads[JobKind], manager);
    this.dispatch(manager, next);
  }

  /** The job as it is, then as it changes; completes after its final state. */
  follow(id: string): Observable<Job> {
    const changes = new Observable<null>((subscriber) => {
      const stops = [
        this.broadcast.on(JOB_CHANGED, (changed) => changed === id && subscriber.next(null)),
        this.broadcast.onReconnect(() => subscriber.next(null)),
      ];
      return () => stops.forEach((stop) => stop());
    });
    return merge(changes, interval(SAFETY_POLL_MS)).pipe(
      startWith(null),
      switchMap(() => this.get(id)),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
      takeWhile(({ state }) => !isFinal(state), true),
    );
  }

  private dispatch(manager: EntityManager, dispatch: Dispatch): string {
    this.afterCommit.run(manager, () => this.queue.dispatch(dispatch));
    return dispatch.id;
  }

  private unfinished(manager: EntityManager, kind: JobKind, uniqueKey: string): Promise<Job | null> {
    return manager.findOneBy(Job, { kind, uniqueKey, state: In(UNFINISHED) });
  }
}

const isFinal = (state: JobState) => state !== 'waiting' && state !== 'active';
/** It waits or runs. */
export const isUnfinished = ({ state }: Pick<Job, 'state'>) => !isFinal(state);
const UNFINISHED = JOB_STATES.filter((state) => !isFinal(state));

const notFinished = () =>
  new DomainError(
    'conflict',
    'JOB_NOT_FINISHED',
    'Only a job that failed or was cancelled can be tried again.',
  );

const completed = () =>
  new DomainError('conflict', 'JOB_COMPLETED', 'This job has done its work. There is nothing to try again.');

const alreadyWaiting = () =>
  new DomainError('conflict', 'JOB_ALREADY_WAITING', 'Another job does the same work already. Wait for it.');
