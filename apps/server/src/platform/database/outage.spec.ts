import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { isOutage } from './outage.js';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });
const failed = (cause: Error) => new QueryFailedError('SELECT 1', [], cause);

describe('an outage of the database', () => {
  it.each([
    ['nobody listens', Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' })],
    ['its name is unknown', coded('ENOTFOUND')],
    ['it is being shut down', failed(coded('57P01'))],
    ['another session crashed', failed(coded('57P02'))],
    ['it is starting', coded('57P03')],
    ['it has no connection left', coded('53300')],
    ['a standby was asked to write', failed(coded('25006'))],
    ['the line broke', failed(new Error('Connection terminated unexpectedly'))],
    ['the line broke between two statements', new QueryRunnerAlreadyReleasedError()],
    ['the pool waited too long', new Error('timeout exceeded when trying to connect')],
    ['this server stops', new Error('Cannot use a pool after calling end on the pool')],
  ])('is seen when %s', (_, error) => expect(isOutage(error)).toBe(true));

  it.each([
    ['a constraint', failed(coded('23505'))],
    ['a mistake in a statement', failed(coded('42601'))],
    ['a deadlock', failed(coded('40P01'))],
    ['a file that is not there', coded('ENOENT')],
    ['no error at all', 'Connection terminated'],
  ])('is not seen in %s', (_, error) => expect(isOutage(error)).toBe(false));
});
