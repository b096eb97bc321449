import type { FormErrors } from '@mantine/form';
import type { TFunction } from 'i18next';
import { isProblem } from '../api/api-problem.js';

interface Issue {
  code?: string;
  origin?: unknown;
  path: PropertyKey[];
  format?: unknown;
  minimum?: unknown;
  maximum?: unknown;
}
interface Schema {
  safeParse(values: unknown): { success: true } | { success: false; error: { issues: Issue[] } };
}

/** The contract's own schema as a form's rule, its issues in the reader's language. */
export const rulesOf =
  (schema: Schema, t: TFunction<'ui'>) =>
  (values: unknown): FormErrors => {
    const result = schema.safeParse(values);
    if (result.success) return {};
    return Object.fromEntries(
      result.error.issues.map((issue) => [issue.path.map(String).join('.'), sentence(issue, t)]),
    );
  };

function sentence(issue: Issue, t: TFunction<'ui'>): string {
  if (issue.origin === 'number' || issue.origin === 'int') return numberSentence(issue, t);
  if (issue.code === 'too_small' && Number(issue.minimum) <= 1) return t('field.required');
  if (issue.code === 'too_small') return t('field.tooShort', { min: Number(issue.minimum) });
  if (issue.code === 'too_big') return t('field.tooLong', { max: Number(issue.maximum) });
  if (issue.code === 'invalid_format' && issue.format === 'email') return t('field.email');
  return t('field.invalid');
}

function numberSentence({ code, minimum, maximum }: Issue, t: TFunction<'ui'>): string {
  if (code === 'too_small') return t('field.least', { min: Number(minimum) });
  if (code === 'too_big') return t('field.most', { max: Number(maximum) });
  return t('field.number');
}

/** The fields that the server refused; its sentence is the only one there is. */
export const refusedFields = (error: unknown): FormErrors =>
  isProblem(error) ? Object.fromEntries(error.errors.map(({ path, message }) => [path, message])) : {};
