import {
  portraitRecipe,
  portraitSettings,
  type Badge,
  type BadgeTemplate,
  type Style,
} from '@rollcall/contracts';
import { AT, idOf } from './samples.js';

export const aStyle = (change: Partial<Style> = {}): Style => ({
  id: idOf(700),
  key: 'mosaic',
  name: 'Mosaic',
  kind: 'built-in',
  instant: false,
  usable: true,
  recipes: portraitRecipe.options,
  width: 512,
  height: 512,
  createdAt: null,
  ...change,
});

export const aBadge = (change: Partial<Badge> = {}): Badge => ({
  id: idOf(800),
  personId: idOf(100),
  personName: 'Mina Okafor',
  faceId: idOf(200),
  styleId: idOf(700),
  styleName: 'Mosaic',
  blend: [],
  settings: { ...portraitSettings.parse({ size: 256, steps: 60 }), strength: 0.5 },
  state: 'ready',
  jobId: idOf(600),
  step: 60,
  complete: true,
  losses: [
    [1, 120, 256],
    [30, 14, 256],
    [60, 8.5, 256],
  ],
  likeness: { faceFound: true, similarity: 0.71, threshold: 0.42, recognisable: true },
  previewUrl: null,
  portraitUrl: `/api/v1/badges/${idOf(800)}/portrait.png`,
  thumbnailUrl: `/api/v1/badges/${idOf(800)}/thumbnail.png?of=${idOf(900)}`,
  error: null,
  createdAt: AT,
  finishedAt: AT,
  ...change,
});

export const aTemplate = (change: Partial<BadgeTemplate> = {}): BadgeTemplate => ({
  companyName: 'Weaving Mill',
  accent: '#0f5c63',
  background: '#ffffff',
  text: '#14202b',
  layout: 'landscape',
  showDepartment: true,
  showQr: true,
  backText: 'Please return to reception.',
  logoPlate: 'auto',
  hasLogo: false,
  logoColours: [],
  unprintable: [],
  cut: [],
  ...change,
});
