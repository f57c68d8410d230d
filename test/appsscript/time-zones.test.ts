import { District } from './district';

const prepared = District.ready();

/** The workbook on another clock than the script's, Asia/Yakutsk. */
function inZone(zone: string): District {
  const district = prepared.copy();
  district.spreadsheet().setSpreadsheetTimeZone(zone);
  district.runtime.calls.reset();
  return district;
}

const ZONES = ['Asia/Yakutsk', 'Europe/Moscow', 'Europe/Kaliningrad', 'Asia/Kamchatka', 'Pacific/Honolulu'];

test.each(ZONES)('a typed 12.5 is named as the day that the workbook shows, also when that is in %s', (zone) => {
  const district = inZone(zone);
  district.enter('s1', 'classes', 1, 'enrolled', '12.5');
  expect(district.remark('s1', 'classes', 1)).toContain('12.05.2023');
  // Another clock is asked for, until set-up puts the workbook on the script's.
  expect(district.runtime.calls.service).toBeLessThanOrEqual(zone === ZONES[0] ? 6 : 7);
});

test.each(ZONES)('«Проверить вкладку» and the consolidation name the same day, the workbook in %s', (zone) => {
  const district = inZone(zone);
  district.fill('s1');
  district
    .sheet('Школа №1')
    .getRange(district.at('s1', 'classes', 1, 'enrolled'))
    .setNumberFormat('dd.MM.yyyy')
    .setValue(45_058);
  district.runtime.select('Школа №1', 'A1');
  district.click('checkActiveTab');
  expect(district.remark('s1', 'classes', 1)).toContain('12.05.2023');
  district.click('consolidateWorkbook');
  expect(JSON.stringify(district.rowsIn('Сводные данные. Число обучающихся'))).not.toContain('11.05');
  expect(district.remark('s1', 'classes', 1)).toContain('12.05.2023');
});

test('set-up puts the workbook on the script’s clock and says so; what stands in cells looks the same', () => {
  const district = inZone('Europe/Moscow');
  district.enter('s1', 'classes', 1, 'enrolled', '12.5');
  const shown = () =>
    district
      .sheet('Школа №1')
      .getRange(district.at('s1', 'classes', 1, 'enrolled'))
      .getDisplayValue();
  const before = shown();
  expect(district.click('setUpWorkbook').message).toContain(
    'Часовой пояс книги был Europe/Moscow, теперь Asia/Yakutsk, как у дополнения: иначе даты расходятся на день.',
  );
  expect(district.spreadsheet().getSpreadsheetTimeZone()).toBe('Asia/Yakutsk');
  expect(shown()).toBe(before);
  expect(district.click('setUpWorkbook').message).not.toContain('Часовой пояс');
});
