import type { Answer, Where } from '../../model';

export const form = (key: string, field: string): Answer => ({ form: key, field });

export const register = (key: string, field: string, where?: Where): Answer => ({
  register: key,
  field,
  ...(where ? { where } : {}),
});
