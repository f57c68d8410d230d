import { useState } from 'preact/hooks';
import type { ReportDoubt, ReportLink, ReportPanel, ReportRequest } from '../../model/report-panel';
import type { PanelApi } from '../api';
import { type Trouble, troubleOf } from '../trouble';

/** One document to be built, and how it is called while it is. */
export interface Piece {
  readonly request: ReportRequest;
  readonly title: string;
}

type Built = ReportLink & { readonly words: string };

/** How far the building of several documents has come: each is a call of its own, so what is done stays done. */
export interface Building {
  readonly pieces: readonly Piece[];
  readonly next: number;
  readonly built: readonly Built[];
  /** Why it stands still: a person is asked, or a call has failed. */
  readonly stop: { readonly doubt: ReportDoubt } | { readonly trouble: Trouble } | null;
}

export interface BuildingControls {
  readonly building: Building | null;
  start(pieces: readonly Piece[]): void;
  /** Goes on where it has stopped; with what was decided about the document that is asked about. */
  goOn(choice?: 'beside' | 'replace'): void;
  /** Leaves the document that is asked about as it is. */
  skip(): void;
}

export function useBuilding(api: PanelApi<ReportPanel>): BuildingControls {
  const [building, setBuilding] = useState<Building | null>(null);

  async function run(from: Building, answer?: ReportRequest['answer']): Promise<void> {
    let now: Building = { ...from, stop: null };
    setBuilding(now);
    while (now.next < now.pieces.length) {
      const { request } = now.pieces[now.next]!;
      try {
        const said = await api.act('build', answer ? { ...request, answer } : request);
        answer = undefined;
        if ('doubt' in said) return setBuilding({ ...now, stop: { doubt: said.doubt } });
        now = { ...now, next: now.next + 1, built: [...now.built, said.built] };
        setBuilding(now);
      } catch (error) {
        return setBuilding({ ...now, stop: { trouble: troubleOf(error) } });
      }
    }
  }

  return {
    building,
    start: (pieces) => void run({ pieces, next: 0, built: [], stop: null }),
    goOn: (choice) => {
      if (!building) return;
      const asked = building.stop && 'doubt' in building.stop ? building.stop.doubt : null;
      void run(building, asked && choice ? { state: asked.state, choice } : undefined);
    },
    skip: () => building && void run({ ...building, next: building.next + 1 }),
  };
}
