import { TroubleCard } from '../trouble-card';
import { Links } from './links';
import type { Building } from './use-building';

interface Props {
  building: Building;
  onGoOn(choice?: 'beside' | 'replace'): void;
  onSkip(): void;
}

/** How far it has come; what a person is asked; what is built. */
export function Progress({ building, onGoOn, onSkip }: Props) {
  const { pieces, next, built, stop } = building;
  return (
    <section aria-label="Построение">
      <p role="status">{statusOf(building)}</p>
      {pieces.length > 1 && (
        <progress max={pieces.length} value={next} aria-label={`Построено ${next} из ${pieces.length}`} />
      )}
      {stop && 'trouble' in stop && <TroubleCard trouble={stop.trouble} onRetry={() => onGoOn()} />}
      {stop && 'doubt' in stop && <Doubt doubt={stop.doubt} onGoOn={onGoOn} onSkip={onSkip} />}
      {built.length > 0 && (
        <div class="done">
          <h2>{next === pieces.length && !stop ? 'Готово' : 'Уже построено'}</h2>
          <Links links={built} />
          {built.length === 1 && <p>{built[0]!.words}</p>}
        </div>
      )}
    </section>
  );
}

function statusOf({ pieces, next, built, stop }: Building): string {
  if (next >= pieces.length) return `Построено документов: ${built.length} из ${pieces.length}.`;
  const { title } = pieces[next]!;
  const place = pieces.length > 1 ? `${next + 1} из ${pieces.length}: ` : '';
  return stop ? `Остановлено. ${place}${title}` : `Строится ${place}${title}…`;
}

interface DoubtProps extends Omit<Props, 'building'> {
  doubt: Extract<Building['stop'], { doubt: unknown }>['doubt'];
}

function Doubt({ doubt: { words, url, replaceable }, onGoOn, onSkip }: DoubtProps) {
  return (
    <div class="doubt" role="alert">
      <h2>Что сделать с документом?</h2>
      <p>{words}</p>
      {url !== '' && (
        <p>
          <a href={url} target="_blank" rel="noopener">
            Открыть документ
          </a>
        </p>
      )}
      <button type="button" class="primary" onClick={() => onGoOn('beside')}>
        Создать новый рядом
      </button>
      {replaceable && (
        <button type="button" onClick={() => onGoOn('replace')}>
          Заменить текст
        </button>
      )}
      <button type="button" onClick={onSkip}>
        Оставить как есть
      </button>
      {replaceable && <p class="note">При замене прежний текст остаётся в истории версий документа.</p>}
    </div>
  );
}
