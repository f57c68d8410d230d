import type { Programme } from '../../model';

type Groups = Pick<Programme, 'groups'>;

const wordsOf = ({ groups }: Groups, group: string) => groups.find(({ key }) => key === group);

/** «в ведущих школах» */
export const inGroup = (programme: Groups, group: string): string =>
  wordsOf(programme, group)?.within ?? `в школах группы «${group}»`;
