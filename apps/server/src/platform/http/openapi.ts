import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The contract as the server really speaks it: made from the routes and their schemas. */
export function openApiDocument(app: NestExpressApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Rollcall')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setDescription(
      'Attendance by face recognition. Errors are RFC 9457 problem details with a stable `code`.',
    )
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Session or API token' }, 'bearer')
    .addCookieAuth('rollcall_session', { type: 'apiKey', in: 'cookie' }, 'session')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Device-Key' }, 'device')
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  nameOutages(document);
  nameProblems(document);
  nameBodies(document);
  return document;
}

const PROBLEM = '#/components/schemas/Problem';

type Content = Record<string, { schema?: { $ref?: string; type?: string; format?: string } }>;

/** As far as bodies and answers go. */
interface Operation {
  readonly requestBody?: { content: Content };
  readonly responses: Record<string, { description?: string; content?: Content }>;
}

const operationsOf = (document: OpenAPIObject) =>
  Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]);

/** Nest gives every media type of a body the same schema; a picture sent as it is is bytes. */
function nameBodies(document: OpenAPIObject): void {
  for (const { requestBody, responses } of operationsOf(document)) {
    if (!requestBody) continue;
    for (const media of Object.keys(requestBody.content).filter((type) => type.startsWith('image/'))) {
      requestBody.content[media] = { schema: { type: 'string', format: 'binary' } };
    }
    responses['413'] ??= {
      description: 'PAYLOAD_TOO_LARGE',
      content: { 'application/problem+json': { schema: { $ref: PROBLEM } } },
    };
  }
}

/** Whatever asks the database may find it away. */
function nameOutages(document: OpenAPIObject): void {
  for (const [path, operations] of Object.entries(document.paths)) {
    if (path.includes('/health/') || path.endsWith('/metrics')) continue;
    for (const { responses } of Object.values(operations) as Operation[]) {
      const { description } = (responses['503'] ??= {
        content: { 'application/problem+json': { schema: { $ref: PROBLEM } } },
      });
      responses['503'].description = [description, 'UNAVAILABLE'].filter(Boolean).join(', ');
    }
  }
}

/** Nest knows one media type for all answers of a route; ours for refusals is another than for successes. */
function nameProblems(document: OpenAPIObject): void {
  for (const response of operationsOf(document).flatMap(({ responses }) => Object.values(responses))) {
    const [body] = Object.values(response.content ?? {});
    if (body?.schema?.$ref !== PROBLEM) continue;
    response.content = { 'application/problem+json': { schema: { $ref: PROBLEM } } };
  }
}

/** Serves it at /api/openapi.json and, to browse, at /api/docs. */
export function serveOpenApi(app: NestExpressApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Rollcall API',
  });
}
