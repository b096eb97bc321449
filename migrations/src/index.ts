import { FirstTables1763884800000 } from './1763884800000-first-tables.js';
import { Pins1764028800000 } from './1764028800000-pins.js';
import { Jobs1764032400000 } from './1764032400000-jobs.js';
import { Gallery1764036000000 } from './1764036000000-gallery.js';
import { Imports1764039600000 } from './1764039600000-imports.js';
import { BlobContents1764043200000 } from './1764043200000-blob-contents.js';
import { Reviews1764046800000 } from './1764046800000-reviews.js';
import { IndexFrom1764050400000 } from './1764050400000-index-from.js';
import { Portraits1764054000000 } from './1764054000000-portraits.js';
import { BlobHome1764057600000 } from './1764057600000-blob-home.js';
import { JobAbout1764061200000 } from './1764061200000-job-about.js';
import { TemplateDimension1764064800000 } from './1764064800000-template-dimension.js';
import { Attendance1764068400000 } from './1764068400000-attendance.js';
import { PortraitEndings1764072000000 } from './1764072000000-portrait-endings.js';
import { DeviceClocks1764073800000 } from './1764073800000-device-clocks.js';
import { Reports1764075600000 } from './1764075600000-reports.js';
import { PortraitPhotos1764077400000 } from './1764077400000-portrait-photos.js';
import { OvertimeWaiting1764081000000 } from './1764081000000-overtime-waiting.js';
import { ApprovedMinutes1764082800000 } from './1764082800000-approved-minutes.js';
import { Liveness1764086400000 } from './1764086400000-liveness.js';
import { QualityLimits1764090000000 } from './1764090000000-quality-limits.js';

/** Every migration, oldest first. A new one is added at the end; one that was released is never changed. */
export const allMigrations = [
  FirstTables1763884800000,
  Pins1764028800000,
  Jobs1764032400000,
  Gallery1764036000000,
  Imports1764039600000,
  BlobContents1764043200000,
  Reviews1764046800000,
  IndexFrom1764050400000,
  Portraits1764054000000,
  BlobHome1764057600000,
  JobAbout1764061200000,
  TemplateDimension1764064800000,
  Attendance1764068400000,
  PortraitEndings1764072000000,
  DeviceClocks1764073800000,
  Reports1764075600000,
  PortraitPhotos1764077400000,
  OvertimeWaiting1764081000000,
  ApprovedMinutes1764082800000,
  Liveness1764086400000,
  QualityLimits1764090000000,
];
