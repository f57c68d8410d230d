import { Refusal } from '../../../src/appsscript/book';
import type { AnyCommand, Command } from '../../../src/appsscript/command';
import { commands as first } from '../../../src/appsscript/commands';

const greet: Command = {
  name: 'greetCoordinator',
  menu: ['Настройка', 'Поздороваться'],
  needs: 'lock',
  run: () => ({ title: 'Здравствуйте', lines: ['Район на связи.'] }),
};

const refuse: Command = {
  name: 'refuseAlways',
  menu: ['Особое', 'Отказать'],
  run() {
    throw new Refusal('Этого сделать нельзя.');
  },
};

const addUp: Command<[number, number], number> = { name: 'addUp', run: (a, b) => a + b };

/** The add-on's commands and three more. */
export const commands: readonly AnyCommand[] = [...first, greet, refuse, addUp];
