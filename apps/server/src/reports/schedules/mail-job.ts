import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError, notFound } from '../../platform/domain-error.js';
import type { JobContext, JobHandler } from '../../platform/jobs/job-handler.js';
import type { JobPayloads } from '../../platform/jobs/job-payloads.js';
import { Mailer, type Mail } from '../../platform/mail/mailer.js';
import { MEDIA, ReportFiles } from '../formats/report-files.js';
import { ReportMaker } from '../report-maker.js';
import { fileNameOf, type ReportWish } from '../report-wish.js';
import { wordsOf } from '../words/words-of.js';
import { ReportSchedule } from './report-schedule.entity.js';

/** Few mail servers take more. */
const MOST_BYTES = 20 * 2 ** 20;

type Order = JobPayloads['reports.mail'];

/** Mails a report that is due. Stopped after the mail was sent and before that was noted, it sends it once more. */
@Injectable()
export class MailJob implements JobHandler<'reports.mail'> {
  readonly kind = 'reports.mail';
  readonly atOnce = 1;

  constructor(
    private readonly source: DataSource,
    private readonly maker: ReportMaker,
    private readonly files: ReportFiles,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  async run(order: Order, { signal }: JobContext): Promise<Record<string, unknown>> {
    const schedule = await this.source.manager.findOneBy(ReportSchedule, { id: order.scheduleId });
    if (!schedule) throw notFound('report schedule');
    const due = new Date(order.due);
    if (schedule.lastDue === null || schedule.lastDue < due) {
      const mail = await this.mailOf(schedule, order);
      signal.throwIfAborted();
      await this.mailer.send(mail);
      const sent = { lastDue: due, lastSentAt: this.clock.now() };
      await this.source.manager.update(ReportSchedule, { id: schedule.id }, sent);
    }
    return { scheduleId: schedule.id, recipients: schedule.recipients.length };
  }

  private async mailOf(schedule: ReportSchedule, { from, to, due }: Order): Promise<Mail> {
    const { kind, format, lang, paper, recipients, id } = schedule;
    const { siteId, departmentId, preset } = schedule;
    const wish: ReportWish = {
      ...{ kind, from, to, lang, paper, bom: true },
      ...(siteId && { siteId }),
      ...(departmentId && { departmentId }),
      ...(preset && { preset }),
    };
    const report = await this.maker.make(wish);
    const content = await buffer(this.files.write(report, format, wish));
    if (content.length > MOST_BYTES) throw tooLarge();
    return {
      to: recipients,
      subject: `${report.title} · ${report.notes[0]}`,
      text: [report.title, ...report.notes, '', wordsOf(lang).mailed].join('\n'),
      attachment: { name: fileNameOf(wish, format), type: MEDIA[format], content },
      id: `${id}.${Date.parse(due)}`,
    };
  }
}

const tooLarge = () =>
  new DomainError(
    'rule',
    'REPORT_TOO_LARGE_TO_MAIL',
    'This report is larger than 20 MB, which hardly a mail server takes. Schedule it for departments, or fetch it from the dashboard.',
  );
