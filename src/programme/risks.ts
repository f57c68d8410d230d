import type { RiskRules } from '../model';
import { RISK_BOUNDS, RISK_WORDS } from './forms/risk-bounds';
import { HIGH, RISK_FACTORS } from './forms/risk-factors';
import { riskProfile } from './forms/risk-profile';

const answer = (addressee: string, recommendation: string, proof: string) => ({ addressee, recommendation, proof });

/** In the order of the factors. */
const ANSWERS = [
  answer('отдел', 'Включить школу в план обновления оборудования', 'строка плана, смета'),
  answer('отдел', 'Закрыть вакансии: общий педагог со школой-партнёром, целевой набор', 'договор, приказ'),
  answer('ИМЦ', 'Включить педагогов школы в заявку на курсы, закрепить наставников', 'заявка, приказ о наставничестве'),
  answer(
    'ОО',
    'Пересмотреть учебные планы и расписание под разные возможности обучающихся',
    'приказ школы, учебные планы',
  ),
  answer('ИМЦ', 'Помочь школе составить план внутришкольного повышения квалификации', 'план, протокол педсовета'),
  answer('ОО', 'Составить адаптированные программы и обеспечить сопровождение обучающихся с ОВЗ', 'программы, приказ'),
  answer('РМО', 'Дать школе задания и занятия по русскому языку для тех, кому он неродной', 'план занятий'),
  answer('ОО', 'Обсудить среду школы на Управляющем совете и утвердить меры', 'протокол совета'),
  answer(
    'ОО',
    'Включить в программу школы мероприятия по мотивации: проекты, конкурсы, профориентация',
    'план мероприятий',
  ),
  answer('ОО', 'Утвердить планы работы с обучающимися с риском неуспешности', 'планы, итоги четверти'),
  answer('ОО', 'Провести с родителями цикл встреч и консультаций', 'журнал консультаций, протоколы'),
] as const;

export const risks: RiskRules = {
  form: riskProfile.key,
  factor: 'factor',
  significance: 'significance',
  high: HIGH,
  bounds: RISK_BOUNDS,
  levels: RISK_WORDS,
  answers: Object.fromEntries(RISK_FACTORS.map((factor, index) => [factor, ANSWERS[index]!])),
};
