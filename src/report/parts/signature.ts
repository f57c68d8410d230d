import type { Part } from '../kind';

export const signature: Part = {
  needs: [],
  blocks: ({ settings }) => [
    {
      kind: 'two-sides',
      left: settings['signatory-position'] ?? '',
      right: settings['signatory-name'] ?? '',
      spaceBefore: 24,
    },
    { kind: 'paragraph', content: `Исполнитель: ${settings.author ?? ''}`, align: 'left' },
  ],
};
