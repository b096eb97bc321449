import type { ReportKind } from '@rollcall/contracts';
import { daily } from './daily.js';
import { exceptions } from './exceptions.js';
import { lateness } from './lateness.js';
import { payroll } from './payroll.js';
import { punches } from './punches.js';
import type { SheetPlan, Surroundings } from './sheet-plan.js';
import { timesheet } from './timesheet.js';

const PLANS: Record<ReportKind, (around: Surroundings) => SheetPlan> = {
  timesheet,
  daily,
  lateness,
  exceptions,
  punches,
  payroll,
};

export const planOf = (kind: ReportKind, around: Surroundings): SheetPlan => PLANS[kind](around);
