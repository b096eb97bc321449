import type { Readable } from 'node:stream';

export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly attachment: { readonly name: string; readonly type: string; readonly content: Buffer | Readable };
  /** The same for the same mail: whoever gets it twice, because a server crashed after the first, can tell. */
  readonly id: string;
}

/** Takes mails to a mail server. */
export abstract class Mailer {
  /** Whether there is a mail server at all. */
  abstract readonly isSetUp: boolean;
  /** @throws DomainError MAIL_NOT_SET_UP, or MAIL_NOT_SENT where another try may succeed */
  abstract send(mail: Mail): Promise<void>;
}
