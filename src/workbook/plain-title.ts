/** A title as compared: case, ё/е and spaces do not matter. */
export const plainTitle = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\s\u00ad]+/g, '');

export const isSameTitle = (standing: string, title: string): boolean =>
  standing === title || plainTitle(standing) === plainTitle(title);
