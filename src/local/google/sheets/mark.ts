/** By these a handle knows its class and what it stands for; a script finds neither. */
export const STATE = Symbol('state');
export const CLASS = Symbol('class');

/** The class of a handle made here, `undefined` for anything else. */
export const classOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? (value as { [CLASS]?: string })[CLASS] : undefined;

/** What a handle stands for. */
export const stateOf = <S>(handle: object): S => (handle as { [STATE]: S })[STATE];
