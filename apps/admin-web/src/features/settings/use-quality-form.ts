import { useForm, type FormErrors } from '@mantine/form';
import type { QualityLimit, QualitySettings } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/api-problem.js';
import { refusedFields } from '../../ui/form-rules.js';
import { useToast } from '../../ui/toast.js';
import { useSaveRecognitionSettings } from '../recognition/recognition.queries.js';
import { misfitsOf, MOST, unitOf, updateOf, valuesOf, type QualityValues } from './quality-values.js';

/** What is wrong with a field, in words that stand at it. */
function useMisfits(quality: QualitySettings) {
  const { t } = useTranslation('settings');
  const { t: tUi } = useTranslation('ui');
  const { t: tProblem } = useTranslation('problems');
  const crossed = tProblem('code.QUALITY_LIMITS_CROSSED');
  const range = (field: string) => {
    const unit = unitOf(field.split('.')[1] as QualityLimit);
    return tUi('field.range', { min: 0, max: `${MOST[unit]}${t(`quality.unit.${unit}`)}` });
  };
  return {
    validate: (values: QualityValues): FormErrors =>
      Object.fromEntries(
        misfitsOf(values, quality).map(([field, fault]) => [
          field,
          fault === 'crossed' ? crossed : range(field),
        ]),
      ),
    /** The server's own sentence is English. */
    refused: (error: unknown): FormErrors =>
      Object.fromEntries(
        Object.entries(refusedFields(error)).map(([path, sentence]) => [
          path.replace(/^quality\./, ''),
          isProblem(error, 'QUALITY_LIMITS_CROSSED') ? crossed : sentence,
        ]),
      ),
  };
}

/** The limits as they are typed; what nothing passes is told at its field and not sent. */
export function useQualityForm(quality: QualitySettings) {
  const { t } = useTranslation();
  const toast = useToast();
  const save = useSaveRecognitionSettings();
  const { validate, refused } = useMisfits(quality);
  const form = useForm({ initialValues: valuesOf(quality), validate });
  /** The fields are many: the first that is wrong may be out of view. */
  const goTo = (errors: FormErrors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus();
  const submit = form.onSubmit(
    (values) =>
      save.mutate(
        { quality: updateOf(values, quality) },
        {
          onSuccess: (saved) => {
            toast.done(t('saved'));
            const now = valuesOf(saved.quality);
            form.setValues(now);
            form.resetDirty(now);
          },
          onError: (error) => {
            form.setErrors(refused(error));
            goTo(refused(error));
          },
        },
      ),
    goTo,
  );
  const reset = () => {
    form.clearErrors();
    form.setValues(
      valuesOf({ ...quality, checkIn: quality.checkInDefaults, enrollment: quality.enrollmentDefaults }),
    );
  };
  const unplaced = Object.keys(refused(save.error)).length === 0 ? save.error : null;
  return { form, saving: save.isPending, error: unplaced, submit, reset };
}
