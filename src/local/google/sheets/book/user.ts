import type { Host } from '../../host';
import { classOf, defineService, type Hosted, stateOf } from '../handle';

interface Person extends Hosted {
  email: string;
}

const service = defineService<Person>('User', () => [{ handle: { 'getEmail()': ({ email }) => email } }]);

export const makeUser = (host: Host, email: string): object => service({ host, email });

/** Of an address or a `User`; Google refuses what is no address. */
export function addressOf(host: Host, user: unknown): string {
  const address = classOf(user) === 'User' ? stateOf<Person>(user as object).email : String(user);
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) host.fail(`Invalid email: ${address}`);
  return address;
}
