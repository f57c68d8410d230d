import { randomFrom } from '../../src/local/proof/random';
import { District, schoolsOf } from './district';

const PERIOD = '2023-Q2';
const SCHOOLS = schoolsOf(60);
const SEED = 341;
/** A card costs about as many service calls; a cut beyond the last is none. */
const CALLS = 45;

const district = District.ready({ schools: SCHOOLS, period: PERIOD });
for (const { key } of SCHOOLS.slice(0, 6)) district.fill(key, Number(key.slice(1)));
district.click('consolidateWorkbook');

const card = (subject: string): string => {
  const request = { kind: 'school', period: PERIOD, edition: 'служебная', subject };
  const answer = district.runtime.run('panelCall', ['report', 'build', [request]]) as {
    done?: { built?: { title: string } };
    refused?: string;
  };
  return answer.done?.built?.title ?? answer.refused ?? 'asked';
};

/** The panel goes through the schools one by one; Google ends every third run somewhere, and the coordinator presses again. */
function cardsBuilt(): { cut: number; titles: string[] } {
  const random = randomFrom(SEED);
  let cut = 0;
  const titles = SCHOOLS.map(({ key }, index) => {
    if (index % 3 > 0) return card(key);
    const [at, phase] = [1 + random.whole(CALLS), random.pick(['before', 'after'])];
    let calls = 0;
    district.onCall = (call) => {
      if (call.phase !== phase) return;
      calls += 1;
      if (calls === at) throw new Error('cut');
    };
    try {
      card(key);
    } catch (error) {
      if (!String(error).includes('cut')) throw error;
      cut += 1;
    }
    district.onCall = undefined;
    return card(key);
  });
  return { cut, titles };
}

test('the cards of sixty schools, every third one cut somewhere and built again, are sixty documents, one of each school', () => {
  const { cut, titles } = cardsBuilt();
  expect(cut).toBeGreaterThan(12);
  const wanted = SCHOOLS.map(({ name }) => expect.stringContaining(`Карточка школы, ${name},`));
  expect(titles).toEqual(wanted);
  expect(district.runtime.files.map(({ name }) => name).sort()).toEqual([...titles].sort());
});
