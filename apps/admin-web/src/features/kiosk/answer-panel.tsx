import type { CheckInAnswer } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/problem-text.js';
import { useLocale } from '../../ui/locale.js';
import { formatLocal, useMoments } from '../../ui/moments.js';
import { MOOD_ICON, moodOf, type Answer } from './answers.js';
import classes from './answer-panel.module.css';

/** The answer, as large as the picture: colour, sign and words say the same thing. */
export function AnswerPanel({ answer, onDismiss }: { answer: Answer | null; onDismiss: () => void }) {
  return (
    <div aria-live="assertive" className={classes.region}>
      {answer && <Panel answer={answer} onDismiss={onDismiss} />}
    </div>
  );
}

function Panel({ answer, onDismiss }: { answer: Answer; onDismiss: () => void }) {
  const mood = moodOf(answer);
  const MoodIcon = MOOD_ICON[mood];
  const { title, lines } = useWords(answer);
  return (
    <div className={classes.panel} data-mood={mood} data-testid="answer" onClick={onDismiss}>
      <span className={classes.sign}>
        <MoodIcon size="100%" stroke={2.2} aria-hidden />
      </span>
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {lines.map((line) => (
          <p key={line} className={classes.line}>
            {line}
          </p>
        ))}
        {answer.kind === 'decided' && <Scores answer={answer.answer} />}
      </div>
    </div>
  );
}

function useWords(answer: Answer): { title: string; lines: string[] } {
  const { t } = useTranslation('kiosk');
  const problem = useProblemText();
  const locale = useLocale();
  const mood = moodOf(answer);
  if (answer.kind === 'failed')
    return { title: t('answer.failed.title'), lines: [problem.text(answer.error)] };
  if (answer.kind === 'lost') return { title: t('answer.failed.title'), lines: [t('answer.lost')] };
  if (answer.kind !== 'decided' || mood === 'kept' || mood === 'failed') {
    return { title: t('answer.kept.title'), lines: [t('answer.kept.text')] };
  }
  const { person, direction, localTime, reasons } = answer.answer;
  const time = formatLocal(localTime, locale, { hour: '2-digit', minute: '2-digit' });
  const name = person?.name ?? '';
  if (mood === 'in' && direction === null) return { title: name, lines: [t('answer.recorded', { time })] };
  const advice = mood === 'unclear' ? problem.reasons(reasons) : [];
  return {
    title:
      mood === 'again' && direction === 'out'
        ? t('answer.again.titleOut', { name })
        : t(`answer.${mood}.title`, { name }),
    lines: advice.length > 0 ? advice : [t(`answer.${mood}.text`, { time, name })],
  };
}

/** Only where the device was created to show them. */
function Scores({ answer }: { answer: CheckInAnswer }) {
  const { t } = useTranslation('kiosk');
  const { number } = useMoments();
  if (answer.similarity === undefined || answer.similarity === null) return null;
  const two = (value: number) => number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <p className={classes.scores}>
      {t('scores', {
        similarity: two(answer.similarity),
        threshold: two(answer.threshold ?? 0),
        total: Math.round(answer.timings.total),
      })}
    </p>
  );
}
