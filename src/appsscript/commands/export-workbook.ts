import { programme } from '../../programme';
import { saveArchive } from '../archive';
import { openBook } from '../book';
import type { Command } from '../command';
import { record } from '../run';

/** One file with everything, to be kept, read elsewhere and restored from. */
export const exportWorkbook: Command = {
  name: 'exportWorkbook',
  menu: ['Настройка', 'Выгрузить и сохранить…'],
  needs: 'steps',
  scopes: ['documents'],
  run() {
    const { name, url } = saveArchive();
    record(openBook(programme), { who: 'координатор', what: 'Книга выгружена', stamp: '', details: name });
    return {
      title: 'Архив сохранён',
      lines: [
        `Файл «${name}» лежит на вашем Google Диске: все формы и реестры в CSV, показатели, снимки закрытых периодов и контрольные суммы.`,
        'По нему книгу можно восстановить в новой пустой таблице. Скачайте копию и храните её отдельно от Google.',
      ],
      link: url,
      linkTitle: 'Открыть архив',
    };
  },
};
