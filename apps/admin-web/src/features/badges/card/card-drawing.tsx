import {
  needsWhitePlate,
  readableOn,
  visibleOn,
  type BadgeTemplate,
  type CardSide,
} from '@rollcall/contracts';
import { IconQrcode, IconUser } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './card-drawing.module.css';

interface CardDrawingProps {
  template: BadgeTemplate;
  logo: string | null;
  side: CardSide;
}

/** The card of somebody made up, in the same millimetres as the server prints. It follows what is being typed. */
export function CardDrawing({ template, logo, side }: CardDrawingProps) {
  const { t } = useTranslation('badges');
  const colours = {
    '--accent': template.accent,
    '--on-accent': readableOn(template.accent),
    '--ground': template.background,
    '--ink': template.text,
    '--number': visibleOn(template.background, template.accent, template.text),
    '--shade': readableOn(template.background),
  } as CSSProperties;
  return (
    <div className={classes.room} data-layout={template.layout}>
      <figure
        className={classes.card}
        style={colours}
        data-layout={template.layout}
        aria-label={t(`card.${side}`)}
      >
        {side === 'front' ? <Front template={template} logo={logo} /> : <Back template={template} />}
      </figure>
    </div>
  );
}

/** As far as the server has told: what is being typed it has not seen yet. */
const asPrinted = (text: string, { unprintable }: BadgeTemplate) =>
  unprintable.reduce((shown, character) => shown.replaceAll(character, squares(character)), text);

/** One for each sign that is to be seen, as the server prints them. */
const squares = (character: string) =>
  '□'.repeat(character.replace(/\p{Default_Ignorable_Code_Point}/gu, '').match(/./gu)?.length ?? 0);

function Front({ template, logo }: Omit<CardDrawingProps, 'side'>) {
  const { t } = useTranslation('badges');
  const { logoPlate, logoColours, accent } = template;
  const plated = logoPlate === 'white' || (logoPlate === 'auto' && needsWhitePlate(logoColours, accent));
  return (
    <>
      <div className={classes.band}>
        {logo && (
          <span className={classes.plate} data-white={plated || undefined}>
            <img src={logo} alt="" />
          </span>
        )}
        <span className={classes.company}>{asPrinted(template.companyName, template)}</span>
      </div>
      <div className={classes.portrait}>
        <IconUser aria-hidden stroke={1} />
      </div>
      <div className={classes.column}>
        <span className={classes.name}>{t('design.sample.name')}</span>
        {template.showDepartment && (
          <span className={classes.department}>{t('design.sample.department')}</span>
        )}
        <span className={classes.number}>1042</span>
      </div>
      <div className={classes.foot} />
    </>
  );
}

function Back({ template }: { template: BadgeTemplate }) {
  return (
    <>
      {template.showQr && (
        <div className={classes.code}>
          <IconQrcode aria-hidden stroke={1.2} />
        </div>
      )}
      <div className={classes.backColumn} data-beside={template.showQr || undefined}>
        <span className={classes.backNumber}>1042</span>
        <span className={classes.backText}>{asPrinted(template.backText, template)}</span>
      </div>
      <div className={classes.backFoot} />
    </>
  );
}
