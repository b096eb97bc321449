/** Where something about a person may lie. */
export const TABLES = [
  'people',
  'faces',
  'face_templates',
  'check_ins',
  'punches',
  'answered_requests',
  'audit_entries',
  'imports',
  'import_rows',
  'import_photos',
  'badges',
  'portrait_marks',
  'leaves',
  'corrections',
  'attendance_days',
];
