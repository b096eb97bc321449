import type {
  CheckInAnswer,
  CheckInRecord,
  CheckInSummary,
  Department,
  Device,
  DeviceSelf,
  Face,
  FaceQuality,
  PackInfo,
  Person,
  Problem,
  QualityLimits,
  QualitySettings,
  RecognitionSettings,
  Site,
  User,
} from '@rollcall/contracts';

export const idOf = (number: number) => `01920000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const AT = '2026-03-02T07:58:12Z';

export const aUser = (change: Partial<User> = {}): User => ({
  id: idOf(1),
  email: 'ada@example.com',
  name: 'Ada Lindqvist',
  role: 'admin',
  createdAt: AT,
  lastLoginAt: AT,
  ...change,
});

export const aSite = (change: Partial<Site> = {}): Site => ({
  id: idOf(10),
  name: 'Berlin',
  timeZone: 'Europe/Berlin',
  createdAt: AT,
  ...change,
});

export const aDepartment = (change: Partial<Department> = {}): Department => ({
  id: idOf(20),
  name: 'Workshop',
  createdAt: AT,
  ...change,
});

export const aPerson = (change: Partial<Person> = {}): Person => ({
  id: idOf(100),
  employeeNo: '1042',
  name: 'Mina Okafor',
  email: 'mina@example.com',
  departmentId: idOf(20),
  siteId: idOf(10),
  shiftId: null,
  status: 'active',
  consent: { documentVersion: '2', givenAt: AT, withdrawnAt: null },
  enrolled: true,
  hasPin: false,
  createdAt: AT,
  updatedAt: AT,
  ...change,
});

export const aQuality = (change: Partial<FaceQuality> = {}): FaceQuality => ({
  score: 0.86,
  sharpness: 0.8,
  brightness: 0.55,
  faceSize: 118,
  yaw: 3,
  pitch: -4,
  roll: 1,
  ...change,
});

export const aFace = (change: Partial<Face> = {}): Face => ({
  id: idOf(200),
  modelId: 'open-v1',
  quality: aQuality(),
  box: { x: 250, y: 120, width: 300, height: 390 },
  landmarks: [
    [332, 270],
    [468, 268],
    [400, 345],
    [345, 420],
    [455, 419],
  ],
  imageWidth: 800,
  imageHeight: 640,
  createdAt: AT,
  likeness: 0.68,
  outlier: false,
  ...change,
});

export const aDevice = (change: Partial<Device> = {}): Device => ({
  id: idOf(300),
  name: 'Front door',
  siteId: idOf(10),
  direction: 'auto',
  showScores: false,
  liveness: null,
  livenessThreshold: null,
  lastSeenAt: AT,
  clockSkewSeconds: null,
  online: true,
  createdAt: AT,
  ...change,
});

export const aSelf = (change: Partial<DeviceSelf> = {}): DeviceSelf => ({
  id: idOf(300),
  name: 'Front door',
  direction: 'auto',
  showScores: false,
  site: { id: idOf(10), name: 'Berlin', timeZone: 'Europe/Berlin' },
  serverTime: new Date().toISOString(),
  ...change,
});

export const anAnswer = (change: Partial<CheckInAnswer> = {}): CheckInAnswer => ({
  id: idOf(400),
  decision: 'matched',
  method: 'face',
  person: { id: idOf(100), name: 'Mina Okafor', employeeNo: '1042' },
  direction: 'in',
  reasons: [],
  capturedAt: AT,
  receivedAt: AT,
  late: false,
  localTime: '2026-03-02T08:58:12',
  site: { id: idOf(10), timeZone: 'Europe/Berlin' },
  timings: { decode: 5, detect: 40, liveness: 0, embed: 12, search: 3, total: 61, inference: 50 },
  ...change,
});

export const aRecord = (change: Partial<CheckInRecord> = {}): CheckInRecord => {
  const { timings: _, ...outcome } = anAnswer();
  const scores = { similarity: 0.71, threshold: 0.42, margin: 0.31, liveness: null, quality: aQuality() };
  return {
    ...outcome,
    ...scores,
    box: { x: 520, y: 180, width: 240, height: 310 },
    device: { id: idOf(300), name: 'Front door' },
    hasFrame: true,
    ...change,
  };
};

export const aSummary = (change: Partial<CheckInSummary> = {}): CheckInSummary => ({
  date: '2026-03-02',
  people: 24,
  enrolled: 21,
  present: 17,
  punches: 29,
  unknown: 2,
  refused: 3,
  devicesOnline: 2,
  ...change,
});

export const aPack = (change: Partial<PackInfo> = {}): PackInfo => ({
  name: 'open',
  title: 'Open models',
  licence: 'MIT',
  commercialUse: true,
  modelId: 'open-v1',
  dimension: 128,
  liveness: false,
  attributes: [],
  measurement: 'none',
  mostPeople: null,
  ...change,
});

const CHECK_IN_LIMITS: QualityLimits = {
  minFaceSize: 12,
  minSharpness: 0.15,
  minBrightness: 0.06,
  maxBrightness: 0.94,
  minContrast: 0.04,
  maxYaw: 55,
  maxPitch: 45,
  maxRoll: 45,
  maxOutside: 0.5,
  maxCrowding: 0.9,
};
const ENROLLMENT_LIMITS: QualityLimits = {
  ...CHECK_IN_LIMITS,
  minFaceSize: 20,
  minSharpness: 0.3,
  maxYaw: 35,
};
export const someQuality = (change: Partial<QualitySettings> = {}): QualitySettings => ({
  checkIn: CHECK_IN_LIMITS,
  enrollment: ENROLLMENT_LIMITS,
  checkInDefaults: CHECK_IN_LIMITS,
  enrollmentDefaults: ENROLLMENT_LIMITS,
  ...change,
});

export const someSettings = (change: Partial<RecognitionSettings> = {}): RecognitionSettings => ({
  modelId: 'open-v1',
  threshold: 0.42,
  thresholdDefault: 0.42,
  margin: 0.05,
  marginDefault: 0.05,
  thresholdSource: 'LFW, 1 % FPIR',
  measurement: 'lfw',
  duplicateWindowSeconds: 60,
  fpir: 0.01,
  automatic: false,
  people: 1240,
  expectedFpir: 0.032,
  liveness: {
    checkIn: true,
    checkInThreshold: 0.35,
    checkInThresholdDefault: 0.35,
    enrollment: true,
    enrollmentThreshold: 0.2,
    enrollmentThresholdDefault: 0.2,
  },
  quality: someQuality(),
  attributes: false,
  index: { from: 20_000, m: 16, efConstruction: 128, efSearch: 200 },
  ...change,
});

export const aProblem = (code: string, status = 422, change: Partial<Problem> = {}): Problem => ({
  type: `https://rollcall.invalid/problems/${code.toLowerCase()}`,
  title: code,
  status,
  code,
  detail: `The server's own sentence for ${code}.`,
  ...change,
});
