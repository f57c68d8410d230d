const SCHOOL = 'МОКУ Кузнецовская ООШ';

/** Pictures in the order they are taken; each goes on from where the last one left the page. */
export const PICTURES = [
  {
    name: 'school-tab',
    show: async (desk) => {
      await desk.asSchool(SCHOOL);
    },
  },
  {
    name: 'school-remark',
    show: async (desk) => {
      await desk.type('G42', '12.5');
    },
  },
  {
    name: 'coordinator-panel',
    show: async (desk) => {
      await desk.become('координатор района');
      await desk.menu('Качество образования', 'Панель координатора');
      await desk.panel('Панель координатора').getByRole('button').first().waitFor();
    },
  },
];
