import type { Part } from '../kind';

/** Who has prepared a справка signs it (order No 341, p. 4.2); the head of the department signs orders. */
export const signature: Part = {
  needs: [],
  blocks: ({ settings }) => [
    {
      kind: 'two-sides',
      left: settings['prepared-position'] || (settings['signatory-position'] ?? ''),
      right: settings['prepared-name'] || (settings['signatory-name'] ?? ''),
      spaceBefore: 24,
      below: `Исполнитель: ${settings.author ?? ''}`,
    },
  ],
};
