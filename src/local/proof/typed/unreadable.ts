/** Spellings one after another, parted by a bar that nobody types. */
const listed = (text: string): string[] => text.split('¦');

/** Letters that look like digits. */
const LOOKALIKES = listed('О¦O¦о¦З¦з¦l¦I¦|¦б¦1О¦1O¦2З¦l2¦I5¦б5¦Ч¦4Ч¦S¦В');
/** Digits of other scripts, fractions and Roman numbers. */
const DIGITS = listed('５¦１２¦٥¦५¦²¦5²¦①¦½¦1½¦⅓¦Ⅴ¦V¦IV¦X¦XII¦五');
/** Words for «none» and «no data». */
const NONE = listed('нет¦Нет¦НЕТ¦нету¦не было¦отсутствует¦отсутствуют¦н/д¦Н/Д¦нд¦н.д.¦-¦–¦—¦−¦--¦x¦х');
/** Words beside or instead of a number. */
const WORDS = listed(
  'пять¦Двенадцать¦один¦5 чел¦5 чел.¦5чел¦5 человек¦5 уч-ся¦5 шт¦пять (5)¦5 (пять)¦около 5¦№5¦все¦' +
    'см. выше¦уточнить¦?¦5?¦5!¦5*¦...¦…',
);
/** Signs, several numbers, foreign groups and decimals. */
const SIGNS = listed(
  '~5¦≈5¦>5¦<5¦≥5¦≤5¦5+¦5-¦5-6¦5–6¦5—6¦5..6¦5/6¦5\\6¦5:6¦5;6¦5, 6¦5 6¦5и6¦5 и 6¦5+3¦5 + 3¦5*3¦5x3¦' +
    "5×3¦5=5¦±5¦5±1¦(5)¦[5]¦{5}¦5_000¦5'000¦5^2¦$5¦5$¦5 €¦5.¦.5¦5..¦,¦.¦5,5,5¦5.5.5¦1.234¦1.000¦" +
    '1.234,5¦1,234.5¦1 23¦12 34¦1 2345',
);
/** Fractions where people are counted. */
const FRACTIONS = listed("12,5¦0,5¦5,01¦1,5¦12,5 ¦5e-1¦1,5e0¦=5/2¦0,1¦33,3333¦'12,5¦4,999999");
/** What a Russian workbook takes for dates and times. */
const DATES = listed(
  '12.5¦5.1¦1.10¦05.05¦31.12¦5/1¦12/5¦1/2¦1-4¦2-4¦10-11¦5-1¦12.05.2023¦5.1.23¦2023-05-12¦' +
    '12/05/2023¦5 мая¦12 мая 2023¦1 сен¦май 2023¦5 января¦12:30¦9:00¦1:05:30¦12.5 ¦ 12.5¦12.05¦45:00',
);
/** Less than nothing. */
const NEGATIVE = listed('-5¦−5¦- 5¦-1¦-0,5¦=-5¦(12)¦-12 345');
/** A share where a number of people belongs. */
const PERCENT = listed("5%¦5 %¦12,5%¦12,5 %¦50%¦0,5%¦%5¦100%¦100 %¦200%¦300 %¦'100%¦5‰");
/** Formulas that give no number, injected ones among them. */
const FORMULAS = listed(
  '=HYPERLINK("https://evil.example";"нажми")¦=IMPORTRANGE("1abc";"A1")¦' +
    '=IMPORTDATA("https://evil.example")¦=1/0¦=A1¦=C1¦=TRUE¦=нет¦=¦==¦=5+¦=SUM(¦="пять"¦=RAND()+0,5¦' +
    '+7 914 123-45-67¦+нет¦-нет¦@SUM(1)¦@¦=cmd|"/c calc"!A1¦#REF!¦#N/A¦#ЗНАЧ!¦#DIV/0!¦#NAME?¦#¦' +
    '=#REF!¦=IFERROR(1/0;"нет")',
);
/** Ticks and yeses. */
const TRUTH = listed('TRUE¦FALSE¦true¦ИСТИНА¦ЛОЖЬ¦истина¦да¦есть¦✓¦☑¦+');
/** Numbers with a unit, parts of a whole. */
const UNITS = listed('5 кл.¦5а¦5А¦5 A¦25 из 30¦25/30¦5 мальчиков¦3м 2д¦5-й¦5й¦5ый¦5 руб¦5 тыс.¦5к¦5 %%');

/** Control characters, broken lines, pictures and the like. */
const ODD = [
  ...listed('😀¦5😀¦👍5¦<b>5</b>¦&nbsp;5¦{{5}}¦%00¦\\5¦`5`¦NaN¦Infinity¦null¦undefined¦0x5¦0b1¦1e999¦1_0¦e5¦5e¦ё'),
  ...['12\n345', '1\n000', '5\n6', '5\u0301', 'а'.repeat(1000), '5'.repeat(400), `${'9'.repeat(20)}x`],
];

/** Must be called an error: no number, or more than one. */
export const UNREADABLE: readonly string[] = [
  ...[LOOKALIKES, DIGITS, NONE, WORDS, SIGNS, FRACTIONS].flat(),
  ...[DATES, NEGATIVE, PERCENT, FORMULAS, TRUTH, UNITS, ODD].flat(),
];
