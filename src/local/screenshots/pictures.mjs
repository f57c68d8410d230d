const SCHOOL = 'МОКУ Кузнецовская ООШ';
const COORDINATOR = 'координатор района';
const MENU = 'Качество образования';

const panel = (name, title, ...path) => ({
  name,
  show: async (desk) => {
    await desk.closePanel();
    await desk.menu(MENU, ...path);
    await desk.panelReady(title);
  },
});

/** Pictures in the order they are taken; each goes on from where the last one left the page. */
export const PICTURES = [
  { name: 'school-tab', show: (desk) => desk.asSchool(SCHOOL) },
  {
    name: 'school-remark',
    show: async (desk) => {
      await desk.type('G35', '12.5');
      await desk.page.locator('#cell-34-2', { hasText: 'дат' }).waitFor();
    },
  },
  {
    name: 'dashboard',
    size: { width: 1680, height: 900 },
    show: async (desk) => {
      await desk.become(COORDINATOR);
      await desk.tab('Панель');
    },
  },
  panel('coordinator-panel', 'Панель координатора', 'Панель координатора'),
  panel('import-panel', 'Внести из файла', 'Внести из файла'),
  panel('report-panel', 'Отчёт', 'Построить отчёт'),
  panel('set-up-panel', 'Первая настройка', 'Настройка', 'Первая настройка'),
  {
    name: 'explain-panel',
    show: async (desk) => {
      await desk.closePanel();
      await desk.tab('Показатели');
      await desk.goTo('H16');
      await desk.menu(MENU, 'Откуда цифра');
      await desk.panelReady('Откуда цифра?');
      await desk.panel('Откуда цифра?').getByText('Формула').first().waitFor();
    },
  },
];
