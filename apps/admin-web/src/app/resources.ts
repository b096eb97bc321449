import problemsEn from '../api/problems.en.json';
import problemsZh from '../api/problems.zh-CN.json';
import authEn from '../features/auth/auth.en.json';
import authZh from '../features/auth/auth.zh-CN.json';
import badgesEn from '../features/badges/badges.en.json';
import badgesZh from '../features/badges/badges.zh-CN.json';
import calibrationEn from '../features/calibration/calibration.en.json';
import calibrationZh from '../features/calibration/calibration.zh-CN.json';
import checkInsEn from '../features/check-ins/check-ins.en.json';
import checkInsZh from '../features/check-ins/check-ins.zh-CN.json';
import devicesEn from '../features/devices/devices.en.json';
import devicesZh from '../features/devices/devices.zh-CN.json';
import facesEn from '../features/faces/faces.en.json';
import facesZh from '../features/faces/faces.zh-CN.json';
import galleryEn from '../features/gallery/gallery.en.json';
import galleryZh from '../features/gallery/gallery.zh-CN.json';
import importsEn from '../features/imports/imports.en.json';
import importsZh from '../features/imports/imports.zh-CN.json';
import jobsEn from '../features/jobs/jobs.en.json';
import jobsZh from '../features/jobs/jobs.zh-CN.json';
import kioskEn from '../features/kiosk/kiosk.en.json';
import kioskZh from '../features/kiosk/kiosk.zh-CN.json';
import modelsEn from '../features/models/models.en.json';
import modelsZh from '../features/models/models.zh-CN.json';
import organisationEn from '../features/organisation/organisation.en.json';
import organisationZh from '../features/organisation/organisation.zh-CN.json';
import peopleEn from '../features/people/people.en.json';
import peopleZh from '../features/people/people.zh-CN.json';
import recognitionEn from '../features/recognition/recognition.en.json';
import recognitionZh from '../features/recognition/recognition.zh-CN.json';
import reviewsEn from '../features/reviews/reviews.en.json';
import reviewsZh from '../features/reviews/reviews.zh-CN.json';
import settingsEn from '../features/settings/settings.en.json';
import settingsZh from '../features/settings/settings.zh-CN.json';
import usersEn from '../features/users/users.en.json';
import usersZh from '../features/users/users.zh-CN.json';
import attendanceEn from '../features/attendance/attendance.en.json';
import attendanceZh from '../features/attendance/attendance.zh-CN.json';
import monthsEn from '../features/months/months.en.json';
import monthsZh from '../features/months/months.zh-CN.json';
import requestsEn from '../features/requests/requests.en.json';
import requestsZh from '../features/requests/requests.zh-CN.json';
import rosterEn from '../features/roster/roster.en.json';
import rosterZh from '../features/roster/roster.zh-CN.json';
import shiftsEn from '../features/shifts/shifts.en.json';
import shiftsZh from '../features/shifts/shifts.zh-CN.json';
import reportsEn from '../features/reports/reports.en.json';
import reportsZh from '../features/reports/reports.zh-CN.json';
import uiEn from '../ui/ui.en.json';
import uiZh from '../ui/ui.zh-CN.json';
import appEn from './app.en.json';
import appZh from './app.zh-CN.json';

/** Every text of the web, one namespace per feature; both languages have the same keys (a test says so). */
export const en = {
  problems: problemsEn,
  auth: authEn,
  badges: badgesEn,
  calibration: calibrationEn,
  checkIns: checkInsEn,
  devices: devicesEn,
  faces: facesEn,
  gallery: galleryEn,
  imports: importsEn,
  jobs: jobsEn,
  kiosk: kioskEn,
  models: modelsEn,
  organisation: organisationEn,
  people: peopleEn,
  recognition: recognitionEn,
  reviews: reviewsEn,
  settings: settingsEn,
  users: usersEn,
  attendance: attendanceEn,
  months: monthsEn,
  requests: requestsEn,
  roster: rosterEn,
  shifts: shiftsEn,
  reports: reportsEn,
  ui: uiEn,
  app: appEn,
};
export const zhCN = {
  problems: problemsZh,
  auth: authZh,
  badges: badgesZh,
  calibration: calibrationZh,
  checkIns: checkInsZh,
  devices: devicesZh,
  faces: facesZh,
  gallery: galleryZh,
  imports: importsZh,
  jobs: jobsZh,
  kiosk: kioskZh,
  models: modelsZh,
  organisation: organisationZh,
  people: peopleZh,
  recognition: recognitionZh,
  reviews: reviewsZh,
  settings: settingsZh,
  users: usersZh,
  attendance: attendanceZh,
  months: monthsZh,
  requests: requestsZh,
  roster: rosterZh,
  shifts: shiftsZh,
  reports: reportsZh,
  ui: uiZh,
  app: appZh,
};
export const resources = { en, 'zh-CN': zhCN };
