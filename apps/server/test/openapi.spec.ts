import { Validator } from '@seriousme/openapi-schema-validator';
import { Rollcall } from './support/rollcall.js';

interface Operation {
  operationId: string;
  security?: object[];
  responses: Record<string, { description: string; content?: Record<string, { schema: { $ref?: string } }> }>;
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

const BASE = '/api/v1';

describe('the OpenAPI document', () => {
  let rollcall: Rollcall;
  let document: Document;
  let operations: { name: string; operation: Operation }[];
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    document = (await (await fetch(`${rollcall.url}/api/openapi.json`)).json()) as Document;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        operation,
      })),
    );
  });
  afterAll(() => rollcall.stop());

  const operationOf = (name: string) => operations.find((each) => each.name === name)!.operation;

  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const validator = new Validator();
    const { valid, errors } = await validator.validate(document as object as Record<string, unknown>);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('tells every field of an upload', () => {
    const { content } = operationOf(`POST ${BASE}/styles`).requestBody!;
    expect(content['multipart/form-data']!.schema).toMatchObject({
      properties: { image: { format: 'binary' }, name: { type: 'string' } },
    });
  });

  it('can be browsed', async () => {
    const page = await fetch(`${rollcall.url}/api/docs`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Rollcall API');
  });

  it('describes every route that the server answers, and no other', () => {
    const router = rollcall.app.getHttpAdapter().getInstance() as {
      router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
    };
    const served = router.router.stack
      .flatMap(({ route }) =>
        route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
      )
      .filter((name) => name.includes(` ${BASE}/`))
      .map((name) => name.replaceAll(/:(\w+)/g, '{$1}'));
    expect(served.length).toBeGreaterThan(40);
    expect(operations.map(({ name }) => name).sort()).toEqual([...new Set(served)].sort());
  });

  it('names every operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('describes every refusal as a problem, by its media type', () => {
    for (const { name, operation } of operations) {
      const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
      for (const [status, { content, description }] of refusals) {
        if (name.endsWith('/health/ready') && status === '503') continue; // The same body as 200.
        const where = `${name} ${status}`;
        expect([where, Object.keys(content ?? {})]).toEqual([where, ['application/problem+json']]);
        const { $ref } = content!['application/problem+json']!.schema;
        expect([where, $ref]).toEqual([where, '#/components/schemas/Problem']);
        expect(description).not.toBe('');
      }
    }
  });

  it('says of every route what 400 means, and of every closed one 401', () => {
    for (const { name, operation } of operations) {
      const statuses = Object.keys(operation.responses);
      expect([name, statuses]).toEqual([name, expect.arrayContaining(['400'])]);
      const closed = !/health|metrics|auth\/login|feeds\/shifts/.test(name);
      expect([name, Boolean(operation.security?.length), statuses.includes('401')]).toEqual(
        [name, closed, true].map((each, i) => (i === 2 ? closed || name.endsWith('/auth/login') : each)),
      );
      expect([name, statuses.some((status) => status.startsWith('2'))]).toEqual([name, true]);
    }
  });

  it.each([
    ['POST /api/v1/people', '409', 'EMPLOYEE_NO_TAKEN'],
    ['POST /api/v1/people', '403', 'FORBIDDEN'],
    ['POST /api/v1/people/{id}/faces', '422', 'NO_FACE'],
    ['POST /api/v1/people/{id}/faces', '422', 'MULTIPLE_FACES'],
    ['POST /api/v1/people/{id}/faces', '422', 'LOW_QUALITY'],
    ['POST /api/v1/people/{id}/faces', '422', 'DUPLICATE_FACE'],
    ['POST /api/v1/people/{id}/faces', '409', 'CONSENT_REQUIRED'],
    ['POST /api/v1/people/{id}/faces', '413', 'IMAGE_TOO_LARGE'],
    ['POST /api/v1/check-ins', '422', 'CAPTURED_AT_IN_FUTURE'],
    ['POST /api/v1/check-ins', '400', 'TOO_MANY_FRAMES'],
    ['PUT /api/v1/people/{id}/consent', '422', 'CONSENT_IN_FUTURE'],
    ['POST /api/v1/api-tokens', '422', 'EXPIRES_IN_PAST'],
    ['POST /api/v1/check-ins', '415', 'UNSUPPORTED_IMAGE'],
    ['POST /api/v1/check-ins', '401', 'DEVICE_KEY_INVALID'],
    ['PUT /api/v1/people/{id}/pin', '422', 'PIN_TOO_SIMPLE'],
    ['POST /api/v1/check-ins/pin', '403', 'PIN_WRONG'],
    ['POST /api/v1/check-ins/pin', '423', 'PIN_LOCKED'],
    ['POST /api/v1/check-ins/pin', '429', 'TOO_MANY_REQUESTS'],
    ['POST /api/v1/auth/login', '401', 'WRONG_CREDENTIALS'],
    ['POST /api/v1/auth/login', '429', 'TOO_MANY_REQUESTS'],
    ['GET /api/v1/people/{id}', '404', 'PERSON_NOT_FOUND'],
  ])('%s tells of %s %s', (name, status, code) => {
    expect(operationOf(name).responses[status]?.description).toContain(code);
  });

  it('says of a check-in both answers, the new one and the repeated one', () => {
    const { responses } = operationOf('POST /api/v1/check-ins');
    for (const status of ['200', '201']) {
      const schema = responses[status]?.content?.['application/json']?.schema;
      expect(schema).toEqual({ $ref: '#/components/schemas/CheckInAnswer' });
    }
  });

  it('names its messages as components', () => {
    const names = [
      'Problem',
      'Person',
      'PersonCreate',
      'PersonPage',
      'Face',
      'CheckInAnswer',
      'CheckInRecord',
    ];
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(names));
    const body = operationOf('POST /api/v1/people').requestBody!.content['application/json']!.schema;
    expect(body).toEqual({ $ref: '#/components/schemas/PersonCreate' });
    const answer = operationOf('GET /api/v1/people').responses['200']!.content!['application/json']!.schema;
    expect(answer).toEqual({ $ref: '#/components/schemas/PersonPage' });
    expect(Object.keys(document.components.securitySchemes).sort()).toEqual(['bearer', 'device', 'session']);
  });
});
