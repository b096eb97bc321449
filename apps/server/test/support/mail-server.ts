import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: string[];
  /** As it came over the wire. */
  readonly raw: string;
}

/** A mail server that keeps what it gets, or takes nothing while it is told so. */
export class MailServer {
  readonly received: Received[] = [];
  refuses = false;
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        done(this.refuses ? new Error('Mailbox of somebody is full') : null),
      onData: (stream, session, done) => {
        void text(stream).then((raw) => {
          this.received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
          done();
        });
      },
    });
  }

  static async open(): Promise<MailServer> {
    const mail = new MailServer();
    await new Promise<void>((resolve) => mail.server.listen(0, '127.0.0.1', resolve));
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** The one attachment of a mail. */
export function attachmentIn({ raw }: Received): { name: string; bytes: Buffer } {
  const [, head = '', body = ''] =
    /(Content-Disposition: attachment[\s\S]*?)\r\n\r\n([\s\S]*?)\r\n--/.exec(raw) ?? [];
  const [, name = ''] = /filename=?"?([^"\r\n;]+)/.exec(head) ?? [];
  return { name, bytes: Buffer.from(body, 'base64') };
}
