import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/config.js';
import { DomainError } from '../domain-error.js';
import { Mailer, type Mail } from './mailer.js';

const CONNECT_MS = 10_000;
const SILENT_MS = 60_000;

/** Mail by SMTP. What a mail server says may name people, so that only its numbers go on to logs and jobs. */
@Injectable()
export class SmtpMailer extends Mailer implements OnModuleDestroy {
  private readonly transport: Transporter | null;
  private readonly from: string;

  constructor({ mail }: Config) {
    super();
    this.from = mail?.from ?? '';
    this.transport =
      mail && createTransport({ url: mail.smtpUrl, connectionTimeout: CONNECT_MS, socketTimeout: SILENT_MS });
  }

  get isSetUp(): boolean {
    return this.transport !== null;
  }

  async send({ to, subject, text, attachment, id }: Mail): Promise<void> {
    if (!this.transport) throw mailNotSetUp();
    const { name: filename, type: contentType, content } = attachment;
    const messageId = `<${id}@rollcall>`;
    const attachments = [{ filename, contentType, content }];
    try {
      await this.transport.sendMail({ from: this.from, to: [...to], subject, text, attachments, messageId });
    } catch (error) {
      const { code = 'no answer', responseCode } = error as { code?: string; responseCode?: number };
      throw new DomainError(
        'busy',
        'MAIL_NOT_SENT',
        `The mail server at SMTP_URL did not take the mail (${[code, responseCode].filter(Boolean).join(', ')}).`,
      );
    }
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }
}

export const mailNotSetUp = () =>
  new DomainError(
    'rule',
    'MAIL_NOT_SET_UP',
    'There is no mail server. Set SMTP_URL (such as smtp://user:password@mail.example.org:587) and MAIL_FROM, and start again.',
  );
