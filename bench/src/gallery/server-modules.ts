import type { DataSource, EntityManager } from 'typeorm';

/** The built server, which is what is measured; not its sources, and nothing of it is imported when this is compiled. */
const DIST = new URL('../../../apps/server/dist/', import.meta.url);

type Token<T> = abstract new (...args: never[]) => T;

export interface Candidate {
  readonly personId: string;
  readonly similarity: number;
  readonly negative: number | null;
  readonly confusions: readonly { readonly personId: string; readonly extraMargin: number }[];
}

export interface Embedded {
  readonly embedding: Float32Array;
  readonly modelId: string;
}

export interface Asked {
  readonly candidates: Candidate[];
  readonly by: 'memory' | 'index' | 'scan';
}

/** Of FaceGallery what a check-in and an enrolment ask. */
export interface FaceGallery {
  ask(probe: Embedded, question: { limit: number; thorough?: boolean }): Promise<Asked>;
  nameOwners(face: Embedded): Promise<Asked>;
  owner(
    manager: EntityManager,
    face: Embedded,
    named: Asked,
    except: string,
    threshold: number,
  ): Promise<string | null>;
  sameFace(): Promise<number>;
  add(manager: EntityManager, personId: string, faceId: string, face: Embedded): Promise<void>;
}

export interface GalleryMemory {
  readonly state: 'filling' | 'ready' | 'broken';
  readonly version: number;
  readonly size: { readonly people: number; readonly templates: number; readonly bytes: number };
}

export interface ServingGallery {
  readonly inMemory: GalleryMemory | null;
  follow(): Promise<void>;
}

export interface GalleryCaretaker {
  run(): Promise<Record<string, unknown>>;
}

export interface MatchRule {
  readonly threshold: number;
  readonly margin: number;
}

interface Settings {
  current(): Promise<MatchRule>;
}

/** A Nest application context. */
export interface ServerApp {
  get<T>(token: Token<T>): T;
  close(): Promise<void>;
}

interface Database {
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/** What of the server is used here, under the names that it has there. */
export interface ServerModules {
  readonly Config: { from(env: Record<string, string | undefined>): object };
  readonly Database: { open(config: object): Promise<Database> };
  readonly DataSource: Token<DataSource>;
  readonly FaceGallery: Token<FaceGallery>;
  readonly ServingGallery: Token<ServingGallery>;
  readonly GalleryCaretaker: Token<GalleryCaretaker>;
  readonly RecognitionSettingsService: Token<Settings>;
  readonly createWorker: (foundations: object) => Promise<ServerApp>;
  readonly judge: (
    probe: object,
    closest: readonly Candidate[],
    rule: MatchRule,
  ) => { readonly decision: string };
}

const FILES = [
  'server.js',
  'platform/config/config.js',
  'platform/database/database.js',
  'gallery/face-gallery.js',
  'gallery/serving-gallery.js',
  'gallery/gallery-caretaker.js',
  'gallery/recognition-settings.service.js',
  'check-in/verdict.js',
];

/** @throws Error where the server is not built */
export async function serverModules(): Promise<ServerModules> {
  await import('reflect-metadata');
  const { DataSource } = await import('typeorm');
  const load = (file: string) => import(new URL(file, DIST).href) as Promise<object>;
  const modules = await Promise.all(FILES.map(load));
  return Object.assign({ DataSource }, ...modules) as ServerModules;
}
