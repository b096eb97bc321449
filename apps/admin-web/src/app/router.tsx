import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFound } from './not-found.js';
import { RouteError } from './route-error.js';
import { RouteLoading } from './route-loading.js';

// Each page is a bundle of its own: a kiosk never downloads the dashboard.
const shell = async () => (await import('./layout/shell.js')).Shell;
const badges = (): RouteObject[] => [
  {
    path: 'badges',
    lazy: { Component: async () => (await import('../features/badges/badges-page.js')).BadgesPage },
  },
  {
    path: 'badges/new',
    lazy: { Component: async () => (await import('../features/badges/studio/studio-page.js')).StudioPage },
  },
  {
    path: 'badges/card',
    lazy: { Component: async () => (await import('../features/badges/card/card-page.js')).CardPage },
  },
  {
    path: 'badges/:id',
    lazy: {
      Component: async () => (await import('../features/badges/portrait/portrait-page.js')).PortraitPage,
    },
  },
];
const attendance = (): RouteObject[] => [
  {
    path: 'attendance',
    lazy: {
      Component: async () => (await import('../features/attendance/attendance-page.js')).AttendancePage,
    },
  },
  {
    path: 'attendance/shifts',
    lazy: { Component: async () => (await import('../features/shifts/shifts-page.js')).ShiftsPage },
  },
  {
    path: 'attendance/shifts/:id',
    lazy: { Component: async () => (await import('../features/shifts/editor/shift-page.js')).ShiftPage },
  },
  {
    path: 'attendance/roster',
    lazy: { Component: async () => (await import('../features/roster/roster-page.js')).RosterPage },
  },
  {
    path: 'attendance/requests',
    lazy: { Component: async () => (await import('../features/requests/requests-page.js')).RequestsPage },
  },
  {
    path: 'attendance/months',
    lazy: { Component: async () => (await import('../features/months/months-page.js')).MonthsPage },
  },
  {
    path: 'reports',
    lazy: { Component: async () => (await import('../features/reports/reports-page.js')).ReportsPage },
  },
  {
    path: 'people/:id/attendance',
    lazy: {
      Component: async () => (await import('../features/attendance/person-month-page.js')).PersonMonthPage,
    },
  },
  {
    path: 'people/:id/attendance/:date',
    lazy: {
      Component: async () => (await import('../features/attendance/record/record-page.js')).RecordPage,
    },
  },
];
const pages = (): RouteObject[] => [
  {
    index: true,
    lazy: { Component: async () => (await import('../features/check-ins/overview-page.js')).OverviewPage },
  },
  {
    path: 'check-ins',
    lazy: { Component: async () => (await import('../features/check-ins/log-page.js')).LogPage },
  },
  {
    path: 'reviews',
    lazy: { Component: async () => (await import('../features/reviews/reviews-page.js')).ReviewsPage },
  },
  {
    path: 'people',
    lazy: { Component: async () => (await import('../features/people/people-page.js')).PeoplePage },
  },
  {
    path: 'people/import',
    lazy: { Component: async () => (await import('../features/imports/import-page.js')).ImportPage },
  },
  {
    path: 'people/:id',
    lazy: { Component: async () => (await import('../features/people/person-page.js')).PersonPage },
  },
  ...attendance(),
  ...badges(),
  {
    path: 'devices',
    lazy: { Component: async () => (await import('../features/devices/devices-page.js')).DevicesPage },
  },
  {
    path: 'organisation',
    lazy: {
      Component: async () => (await import('../features/organisation/organisation-page.js')).OrganisationPage,
    },
  },
  {
    path: 'recognition',
    lazy: {
      Component: async () => (await import('../features/recognition/recognition-page.js')).RecognitionPage,
    },
  },
  {
    path: 'recognition/calibration',
    lazy: {
      Component: async () => (await import('../features/calibration/calibration-page.js')).CalibrationPage,
    },
  },
  {
    path: 'jobs',
    lazy: { Component: async () => (await import('../features/jobs/jobs-page.js')).JobsPage },
  },
  {
    path: 'users',
    lazy: { Component: async () => (await import('../features/users/users-page.js')).UsersPage },
  },
  {
    path: 'settings',
    lazy: { Component: async () => (await import('../features/settings/settings-page.js')).SettingsPage },
  },
  {
    path: 'settings/models',
    lazy: { Component: async () => (await import('../features/models/models-page.js')).ModelsPage },
  },
  {
    path: 'settings/gallery',
    lazy: { Component: async () => (await import('../features/gallery/gallery-page.js')).GalleryPage },
  },
  { path: '*', Component: NotFound },
];

/** Fresh objects each time: the router writes loaded components into them. */
export const createRoutes = (): RouteObject[] => [
  {
    ErrorBoundary: RouteError,
    HydrateFallback: RouteLoading,
    children: [
      {
        path: '/kiosk',
        lazy: { Component: async () => (await import('../features/kiosk/kiosk-page.js')).KioskPage },
      },
      {
        path: '/sign-in',
        lazy: { Component: async () => (await import('../features/auth/sign-in-page.js')).SignInPage },
      },
      { path: '/', lazy: { Component: shell }, children: [{ ErrorBoundary: RouteError, children: pages() }] },
    ],
  },
];

export const createRouter = () => createBrowserRouter(createRoutes());
