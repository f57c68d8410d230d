import { useEffect, useState } from 'preact/hooks';
import { type Trouble, troubleOf } from '../trouble';

/** Work that says first what it would do, and is then done in steps of a server call each. */
export function usePlannedWork<P, S extends { readonly more: boolean }>(looking: string, ask: () => Promise<P>) {
  const [plan, setPlan] = useState<P | null>(null);
  const [underway, setUnderway] = useState(looking);
  const [outcome, setOutcome] = useState<S | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const tried = async (words: string, work: () => Promise<void>): Promise<void> => {
    setUnderway(words);
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setUnderway('');
  };
  const load = () => void tried(looking, async () => setPlan(await ask()));
  useEffect(load, []);
  const carryOut = (words: string, step: () => Promise<S>): void =>
    void tried(words, async () => {
      let said = await step();
      while (said.more) {
        setOutcome(said);
        said = await step();
      }
      setOutcome(said);
    });
  const done = outcome !== null && !outcome.more && trouble === null ? outcome : null;
  return { plan, underway, outcome, trouble, done, load, carryOut };
}
