import { apiOf } from '../../../../src/sidebar/api';
import { startPanel } from '../../../../src/sidebar/start-panel';
import type { GreetingPanel } from './shape';

const api = apiOf<GreetingPanel>('greeting');

startPanel<GreetingPanel>('greeting', ({ contents }) => (
  <main>
    <p>Сейчас {contents.hour} часов</p>
    <button type="button" onClick={() => api.act('greet', 'район')}>
      Поздороваться
    </button>
  </main>
));
