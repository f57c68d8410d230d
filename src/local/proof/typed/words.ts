const NBSP = '\u00a0';

/** One subject, however it is typed; the first is how it stands in the other rows. */
export const SUBJECTS: readonly (readonly [string, readonly string[]])[] = [
  [
    'Математика',
    [
      'математика',
      'МАТЕМАТИКА',
      ' Математика',
      'Математика ',
      `Математика${NBSP}`,
      'Mатематика',
      'Матeматика',
      'Математикa',
      'Mатематика ',
      '\u200bМатематика',
      'Математика\n',
    ],
  ],
  [
    'Физическая культура',
    [
      'физическая культура',
      'Физическая  культура',
      `Физическая${NBSP}культура`,
      'Физичеcкая культура',
      'Физическая культурa',
      'Физическая культура ',
      'ФИЗИЧЕСКАЯ КУЛЬТУРА',
      'Физическая\nкультура',
      'Физическая\tкультура',
    ],
  ],
  [
    'Русский язык',
    ['русский язык', 'Русский  язык', 'Pусский язык', 'Руccкий язык', 'РУССКИЙ ЯЗЫК', `Русский${NBSP}язык`],
  ],
];

/** One class, however its grade is typed into a cell of plain text: the school that has it, its usual spelling, others. */
export const GRADES: readonly (readonly [string, string, readonly string[]])[] = [
  ['ushumun', '7', ['7 ', ' 7', `7${NBSP}`, "'7", '07', '7-7', '７', '7.', '7 класс', 'VII', '7кл', '\u200b7']],
  [
    'gudachi',
    '2-4',
    ['2–4', '2—4', '2 - 4', '2- 4', '2 – 4', '2−4', '2 -4', '02-04', "'2-4", '2‑4', '2..4', '2, 3, 4', '4-2'],
  ],
];

/** One letter of a class: the first is in the class list. */
export const LETTERS: readonly (readonly [string, readonly string[]])[] = [
  ['А', ['A', 'а', 'a', ' А', 'А ', `А${NBSP}`, '«А»', '"А"', 'А.', 'А\u200b']],
  ['В', ['B', 'в', 'b', ' В']],
  ['Е', ['Ё', 'ё', 'E', 'e']],
  ['К', ['K', 'k', 'к']],
];
