import type { Part } from '../kind';

/** A long report begins with its contents. */
export const contents: Part = { needs: [], blocks: () => [{ kind: 'contents', content: 'Содержание' }] };
