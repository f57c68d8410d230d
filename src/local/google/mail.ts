import type { ServiceHost } from '../runtime/execution';
import type { Mail, World } from '../runtime/world';
import { blobState } from './blob';
import { mismatch } from './signature';
import { strict } from './strict';

/** Recipients a day for a consumer account [D]. */
const DAILY_QUOTA = 100;

type Options = Partial<Omit<Mail, 'from' | 'attachments'>> & { attachments?: unknown[] };

const recipients = (...lists: (string | undefined)[]): string[] =>
  lists
    .flatMap((list) => (list ?? '').split(','))
    .map((address) => address.trim())
    .filter((address) => address !== '');

/** `(message)`, `(to, subject, body)`, `(to, subject, body, options)` or `(to, replyTo, subject, body)` [D]. */
const messageOf = (host: ServiceHost, args: unknown[]): Options => {
  const texts = args.filter((value): value is string => typeof value === 'string');
  if (args.length === 1 && typeof args[0] === 'object' && args[0] !== null) return args[0] as Options;
  if (args.length === 4 && texts.length === 4) {
    return { to: texts[0], replyTo: texts[1], subject: texts[2], body: texts[3] };
  }
  if (texts.length !== 3 || args.length > 4) return mismatch(host, 'MailApp.sendEmail', args);
  return { ...((args[3] as Options | undefined) ?? {}), to: texts[0], subject: texts[1], body: texts[2] };
};

/** Letters are not sent: they wait in the outbox of the local runtime. */
export const createMailApp = (host: ServiceHost, world: World) => {
  const used = () =>
    world.mail
      .filter((mail) => mail.from === host.user())
      .reduce((sum, mail) => sum + recipients(mail.to, mail.cc, mail.bcc).length, 0);
  const send = (message: Options): void => {
    const to = recipients(message.to, message.cc, message.bcc);
    if (to.length === 0) host.fail('Failed to send email: no recipient');
    const wrong = to.find((address) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.replace(/^.*<(.*)>$/, '$1')));
    if (wrong !== undefined) host.fail(`Invalid email: ${wrong}`);
    if (used() + to.length > DAILY_QUOTA) host.fail('Service invoked too many times for one day: email.');
    const attachments = (message.attachments ?? []).map((each) => {
      const blob = blobState(each) ?? host.fail('Invalid argument: attachments');
      return { name: blob.name, type: blob.type, bytes: blob.bytes };
    });
    const { to: address = '', subject = '', body = '', cc, bcc, replyTo, name, htmlBody } = message;
    world.mail.push({ from: host.user(), to: address, subject, body, cc, bcc, replyTo, name, htmlBody, attachments });
  };
  return strict('MailApp', {
    sendEmail: (...args: unknown[]) => host.call('MailApp.sendEmail', () => send(messageOf(host, args))),
    getRemainingDailyQuota: () => host.call('MailApp.getRemainingDailyQuota', () => DAILY_QUOTA - used()),
  });
};
