import { Injectable } from '@nestjs/common';
import type { AnalyzeResponse, CompareResponse, SearchResponse } from '@rollcall/contracts';
import type { FaceAttributes, FaceReading } from '@rollcall/vision';
import { AuditService } from '../audit/audit.service.js';
import { FaceGallery } from '../gallery/face-gallery.js';
import { RecognitionSettingsService } from '../gallery/recognition-settings.service.js';
import { PeopleService } from '../people/people.service.js';
import { DomainError } from '../platform/domain-error.js';
import { FaceEngine } from '../vision/face-engine.js';

/** For people who want to see what the system sees, without recording anything but that they looked. */
@Injectable()
export class RecognitionToolsService {
  constructor(
    private readonly engine: FaceEngine,
    private readonly settings: RecognitionSettingsService,
    private readonly gallery: FaceGallery,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
  ) {}

  async analyze(image: Uint8Array): Promise<AnalyzeResponse> {
    const { liveness: rule, attributes: asked } = await this.settings.current();
    const look = { embed: 'none', liveness: 'all', attributes: asked } as const;
    const { width, height, faces, timings } = await this.engine.read(image, look);
    const told = faces.map(({ box, score, landmarks, quality, liveness, attributes }) => ({
      box,
      score,
      landmarks: landmarks.map(([x, y]) => [x, y]) as AnalyzeResponse['faces'][number]['landmarks'],
      quality,
      liveness: liveness === null ? null : { score: liveness, live: liveness >= rule.checkInThreshold },
      ...(attributes && described(attributes)),
    }));
    return { width, height, faces: told, timings };
  }

  async compare(a: Uint8Array, b: Uint8Array): Promise<CompareResponse> {
    const [one, other] = await Promise.all(
      [a, b].map((image) => this.engine.read(image, { embed: 'largest' })),
    );
    const similarity = cosine(largest(one!, 'a'), largest(other!, 'b'));
    const { threshold } = await this.settings.current();
    return { similarity, threshold, same: similarity >= threshold };
  }

  async search(actor: string, image: Uint8Array, k: number): Promise<SearchResponse> {
    const { faces, modelId } = await this.engine.read(image, { embed: 'all' });
    const found = [];
    for (const { box, embedding } of faces) {
      const closest = await this.gallery.closest({ embedding: embedding!, modelId }, k);
      const named = await this.people.named(closest.map(({ personId }) => personId));
      const candidates = closest.map(({ personId, similarity }) => ({
        personId,
        similarity,
        name: named.get(personId)?.name ?? '',
      }));
      found.push({ box, candidates });
    }
    await this.audit.record({ actor, action: 'recognition.search', details: { faces: faces.length } });
    return { faces: found };
  }
}

/** What attribute networks say, as a message may hold it. */
const described = ({ landmarks106, landmarks68, ...rest }: FaceAttributes) => ({
  ...rest,
  ...(landmarks106 && { landmarks106: landmarks106.map(([x, y]): [number, number] => [x, y]) }),
  ...(landmarks68 && { landmarks68: landmarks68.map(([x, y, z]): [number, number, number] => [x, y, z]) }),
});

function largest(reading: FaceReading, field: string): Float32Array {
  const [face] = reading.faces;
  if (face?.embedding) return face.embedding;
  throw new DomainError('rule', 'NO_FACE', `No face was found on the picture in the field "${field}".`);
}

/** Of unit vectors. */
const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
