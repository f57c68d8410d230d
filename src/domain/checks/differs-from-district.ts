import { defineCheck } from '../../model';

/** A number is no longer what the district has put there from a file: found where the tab is read, in the row's memory. */
export const differsFromDistrict = defineCheck<{ own: string; district: string }>({
  id: 'row/differs-from-district',
  needs: 'memory',
  severity: 'warning',
  words: ({ own, district }, { column }) =>
    `${column}: район внёс из файла ${district}, на вкладке ${own}; верните число района или напишите пояснение, почему верно ваше`,
  cases: [],
});
