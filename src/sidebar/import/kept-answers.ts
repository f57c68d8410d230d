/** What this browser was told before. It may keep nothing (a private window): then it is asked again. */
export function keptAnswers(of: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(localStorage.getItem(of) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

export function keepAnswers(of: string, answers: Readonly<Record<string, string>>): void {
  try {
    localStorage.setItem(of, JSON.stringify(answers));
  } catch {
    // As above: nothing is lost but the answer.
  }
}
