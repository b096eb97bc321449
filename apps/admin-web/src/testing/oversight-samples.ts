import type {
  AgreementReport,
  Calibration,
  GalleryStatus,
  Job,
  ModelState,
  Review,
  ReviewItem,
} from '@rollcall/contracts';
import { aRecord, AT, idOf } from './samples.js';

export const aReview = (change: Partial<Review> = {}): Review => ({
  id: idOf(500),
  checkInId: idOf(400),
  verdict: 'not-this-person',
  personId: null,
  note: '',
  actor: `user:${idOf(1)}`,
  createdAt: AT,
  learned: { strictMargin: false, negative: false },
  ...change,
});

export const aReviewItem = (change: Partial<ReviewItem> = {}): ReviewItem => ({
  checkIn: aRecord(),
  candidates: [
    { person: { id: idOf(100), name: 'Mina Okafor', employeeNo: '1042' }, similarity: 0.71 },
    { person: { id: idOf(101), name: 'Jonas Weber', employeeNo: '1043' }, similarity: 0.4 },
  ],
  review: null,
  ...change,
});

export const aJob = (change: Partial<Job> = {}): Job => ({
  id: idOf(600),
  kind: 'people.import',
  state: 'active',
  progress: 42,
  attempts: 1,
  maxAttempts: 5,
  cancelRequested: false,
  createdAt: AT,
  startedAt: AT,
  finishedAt: null,
  nextAttemptAt: null,
  ...change,
});

export const aCalibration = (change: Partial<Calibration> = {}): Calibration => ({
  modelId: 'open-v1',
  people: 1240,
  templates: 3411,
  sampled: 3100,
  genuine: { count: 900, mean: 0.66, bins: [{ from: 0.6, to: 0.62, count: 900 }] },
  impostor: { count: 3100, mean: 0.27, bins: [{ from: 0.26, to: 0.28, count: 3100 }] },
  curve: Array.from({ length: 101 }, (_, step) => ({
    threshold: step / 100,
    fnir: step / 200,
    fpir: 1 - step / 101,
  })),
  askedFpir: 0.01,
  suggestedThreshold: 0.47,
  basis: 'own-gallery-extrapolated',
  basisSource: 'LFW, 5,749 people',
  measurement: 'lfw',
  present: { threshold: 0.36, margin: 0.05, fnir: 0.01, fpir: 0.05 },
  own: { verdict: 'within', people: 1240, leastPeople: 40, fpir: 0.01, low: 0.005, high: 0.018 },
  warning: 'threshold-too-loose',
  alike: [
    {
      a: { id: idOf(100), name: 'Mina Okafor' },
      b: { id: idOf(101), name: 'Jonas Weber' },
      similarity: 0.52,
    },
  ],
  measuredAt: AT,
  ...change,
});

export const aModel = (change: Partial<ModelState> = {}): ModelState => ({
  pack: 'large',
  title: 'Large models',
  modelId: 'large-v1',
  licence: 'MIT',
  commercialUse: true,
  dimension: 512,
  measurement: 'arcface-mbf',
  mostPeople: null,
  state: 'installed',
  templates: 0,
  facesWithout: 3411,
  jobId: null,
  fault: null,
  ...change,
});

const mina = { personId: idOf(100), name: 'Mina Okafor', employeeNo: '1042' };
const jonas = { personId: idOf(101), name: 'Jonas Weber', employeeNo: '1043' };
export const anAgreement = (change: Partial<AgreementReport> = {}): AgreementReport => ({
  from: 'open-v1',
  to: 'large-v1',
  faces: 3411,
  reembedded: 3410,
  failed: [{ ...mina, faceId: idOf(200), reason: 'NO_FACE' }],
  unreachable: [jonas],
  probes: 2000,
  agreeing: 1990,
  changed: [{ ...mina, before: 'matched', after: 'somebody else' }],
  underThreshold: [],
  newlyAlike: [{ a: mina, b: jonas, similarity: 0.44 }],
  fromThreshold: 0.42,
  toThreshold: 0.31,
  ...change,
});

export const aGallery = (change: Partial<GalleryStatus> = {}): GalleryStatus => ({
  modelId: 'open-v1',
  people: 1240,
  templates: 3411,
  searchedBy: 'memory',
  memory: { state: 'ready', templates: 3411, bytes: 3_492_864, version: 9120, galleryVersion: 9120 },
  index: { state: 'not-needed', name: null, bytes: 0, rows: null, neededFrom: 20_000 },
  faults: [],
  ...change,
});
