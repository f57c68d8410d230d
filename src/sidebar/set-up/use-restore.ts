import { useState } from 'preact/hooks';
import { textsOfArchive } from '../../import/archive';
import type { SetUpPanel, SetUpStep } from '../../model/set-up-panel';
import type { PanelApi } from '../api';
import { Refused, type Trouble, troubleOf } from '../trouble';

export interface Restoring {
  /** What is going on; '' when nothing is. */
  readonly underway: string;
  readonly step: SetUpStep | null;
  readonly trouble: Trouble | null;
}

const NO_ARCHIVE = 'Это не архив .zip, или он повреждён. Выберите файл, который сделала «Выгрузить и сохранить…».';

/** An archive is unpacked here, and sent again as often as the server needs to bring all of it back. */
export function useRestore(api: PanelApi<SetUpPanel>): Restoring & { choose(file: File): void } {
  const [state, setState] = useState<Restoring>({ underway: '', step: null, trouble: null });
  const restore = async (file: File): Promise<void> => {
    setState({ underway: 'Архив распаковывается…', step: null, trouble: null });
    try {
      const files = textsOfArchive(new Uint8Array(await file.arrayBuffer()));
      if (files === null) throw new Refused(NO_ARCHIVE);
      setState({ underway: 'Вкладки возвращаются. Это может занять несколько минут.', step: null, trouble: null });
      let step = await api.act('restore', files);
      while (step.more) {
        setState({ underway: 'Работа продолжается.', step, trouble: null });
        step = await api.act('restore', files);
      }
      setState({ underway: '', step, trouble: null });
    } catch (error) {
      setState((now) => ({ ...now, underway: '', trouble: troubleOf(error) }));
    }
  };
  return { ...state, choose: (file) => void restore(file) };
}
