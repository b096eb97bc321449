import { JobHandlers } from './job-handlers.js';

const handlerOf = (kind: 'gallery.index' | 'people.import') => ({ kind, run: async () => undefined });

describe('the handlers of jobs', () => {
  it('are complete when every kind has one, and say which is missing', () => {
    const handlers = new JobHandlers();
    handlers.register(handlerOf('gallery.index'));
    expect(() => handlers.requireAll(['gallery.index'])).not.toThrow();
    expect(() => handlers.requireAll(['gallery.index', 'people.import'])).toThrow('people.import');
    handlers.register(handlerOf('people.import'));
    expect(() => handlers.requireAll(['gallery.index', 'people.import'])).not.toThrow();
    expect(handlers.kinds).toEqual(['gallery.index', 'people.import']);
  });

  it('are one for each kind', () => {
    const handlers = new JobHandlers();
    handlers.register(handlerOf('gallery.index'));
    expect(() => handlers.register(handlerOf('gallery.index'))).toThrow('gallery.index');
  });
});
