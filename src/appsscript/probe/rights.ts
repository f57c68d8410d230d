import { trialMissed } from '../../pipeline';
import { heartbeat } from '../heartbeat';
import { localIso } from '../run';
import { NotTried, type Probe } from './probe';

const DAY = 86_400_000;

export const RIGHTS: readonly Probe[] = [
  {
    key: 'time-trigger',
    belief: 'Ночной запуск видит книгу: пробный запуск записал свою строку в «Журнал»',
    expected: 'видит',
    find() {
      const beat = heartbeat();
      if (trialMissed(beat, localIso())) return 'пробный запуск не сработал. Запустите «Включить автоматический сбор»';
      if (beat.trial?.done) return 'видит';
      throw new NotTried('пробный запуск ещё не был: включите автоматический сбор и подождите две минуты');
    },
  },
  {
    key: 'authorized',
    belief: 'Все разрешения, о которых просит дополнение, выданы',
    expected: 'выданы',
    find() {
      const status = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus();
      return status === ScriptApp.AuthorizationStatus.NOT_REQUIRED ? 'выданы' : 'выданы не все: запустите ещё раз';
    },
  },
  {
    key: 'trigger-listed',
    belief: 'Установленный триггер виден в getProjectTriggers и удаляется',
    expected: 'виден, удалён',
    find({ handlers }) {
      const trigger = ScriptApp.newTrigger(handlers.trial).timeBased().after(DAY).create();
      const id = trigger.getUniqueId();
      const isListed = () => ScriptApp.getProjectTriggers().some((each) => each.getUniqueId() === id);
      const seen = isListed() ? 'виден' : 'не виден';
      ScriptApp.deleteTrigger(trigger);
      return `${seen}, ${isListed() ? 'не удалён' : 'удалён'}`;
    },
  },
];
