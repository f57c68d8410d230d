import {
  quarterTitle,
  type ReportAnswer,
  type ReportContents,
  type ReportPanel,
  type ReportRequest,
  shortNames,
} from '../../model';
import { isSubmitted, reportKinds, type StoredPeriod } from '../../pipeline';
import { buildReport } from '../build-report';
import { refuseUngranted } from '../command';
import { buildDistrictReport } from '../commands/build-district-report';
import { writtenDocuments } from '../document-memory';
import { documentTitle } from '../document-title';
import { urlOf } from '../documents';
import { enterDraftsOf } from '../enter-drafts';
import { openForRun } from '../opened-book';
import type { Panel } from '../panel';
import { Asking, isReplaceable, WHY } from '../report-doubt';
import { record } from '../run';
import { readStored } from '../stored';

export const report: Panel<ReportPanel> = {
  key: 'report',
  title: 'Отчёт',
  load,
  actions: { build: { needs: 'lock', run: build }, enterDrafts: { needs: 'lock', run: enterDraftsOf } },
};

function load(): ReportContents {
  const { periods } = readStored();
  const documents = writtenDocuments();
  const newest = [...periods].reverse();
  const schools = newest[0]?.schools ?? [];
  return {
    periods: newest.map((period) => ({
      key: period.key,
      title: quarterTitle(period.key),
      missing: missingIn(period),
      documents: documents
        .filter((item) => item.period === period.key)
        .map((item) => ({ title: documentTitle(item, period.schools), url: urlOf(item.id) })),
    })),
    kinds: reportKinds.map(({ key, title, editions, each, ofSchool }) => ({
      key,
      title,
      editions,
      subjects: each || ofSchool ? schools.map((school) => ({ key: school.key, title: school.name })) : [],
      ...(ofSchool ? { whole: true } : {}),
    })),
  };
}

/** What a reader of the report will not find in it. */
function missingIn({ closed, schools, statuses }: StoredPeriod): string[] {
  const owing = schools.filter(({ key }) => {
    const status = statuses[key];
    return status === undefined || (typeof status !== 'string' && !isSubmitted(status));
  });
  return [
    ...(closed ? [] : ['Период открыт: на отчёте будет «ПРЕДВАРИТЕЛЬНО», издание для сайта ждёт закрытия.']),
    ...(owing.length > 0
      ? [
          `Не сдали: ${shortNames(
            owing.map(({ name }) => name),
            180,
          )}.`,
        ]
      : []),
  ];
}

function build({ kind, period, edition, subject, answer }: ReportRequest): ReportAnswer {
  refuseUngranted(buildDistrictReport);
  const { book } = openForRun();
  try {
    const built = buildReport(kind, period, edition, subject, (doubt) => {
      if (answer?.state === doubt.state) return answer.choice;
      throw new Asking(doubt);
    });
    const details = `${built.title}. ${built.words}`;
    record(book, { who: 'координатор', what: 'Отчёт построен', stamp: '', details });
    return { built: { title: built.title, url: built.url, words: built.words } };
  } catch (error) {
    if (!(error instanceof Asking)) throw error;
    const { state, url, why } = error.doubt;
    return { doubt: { state, url, words: `${WHY[why]}.`, replaceable: isReplaceable(error.doubt) } };
  }
}
