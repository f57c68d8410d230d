import type { ComponentChildren } from 'preact';
import type { HelpForm, HelpIndicator } from '../../model/help-panel';
import { byForm } from './found';
import { pieces } from './search';

type Stems = readonly string[];

/** A text with what was searched for marked in it. */
function Marked({ text, stems }: { text: string; stems: Stems }) {
  return <>{pieces(text, stems).map((piece, index) => (index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece))}</>;
}

/** Sections of the page by their ids, in its order. */
export const SECTIONS = {
  steps: { title: 'Как заполнять', brief: 'Заполнение' },
  forms: { title: 'Формы и графы', brief: 'Формы' },
  indicators: { title: 'Как считаются показатели', brief: 'Показатели' },
} as const;

function Section({ id, children }: { id: keyof typeof SECTIONS; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {SECTIONS[id].title}
      </h2>
      {children}
    </section>
  );
}

interface FoldedProps {
  title: string;
  note: string;
  stems: Stems;
  children: ComponentChildren;
}

/** Folded until somebody opens it or searches. */
function Folded({ title, note, stems, children }: FoldedProps) {
  const searching = stems.length > 0;
  return (
    <details key={String(searching)} open={searching}>
      <summary>
        <span class="name">
          <Marked text={title} stems={stems} />
        </span>
        <span class="note">{note}</span>
      </summary>
      {children}
    </details>
  );
}

export function Steps({ steps, stems }: { steps: readonly string[]; stems: Stems }) {
  if (steps.length === 0) return null;
  return (
    <Section id="steps">
      <ol class="steps">
        {steps.map((step) => (
          <li key={step}>
            <Marked text={step} stems={stems} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function Forms({ forms, stems }: { forms: readonly HelpForm[]; stems: Stems }) {
  if (forms.length === 0) return null;
  return (
    <Section id="forms">
      {forms.map(({ key, title, help, due, fields }) => (
        <Folded key={key} title={title} note={due} stems={stems}>
          <p>
            <Marked text={help} stems={stems} />
          </p>
          <dl>
            {fields.map((field) => (
              <div key={field.key}>
                <dt>
                  <Marked text={field.title} stems={stems} />
                </dt>
                <dd>
                  <Marked text={field.help} stems={stems} />
                </dd>
              </div>
            ))}
          </dl>
        </Folded>
      ))}
    </Section>
  );
}

export function Indicators({ indicators, stems }: { indicators: readonly HelpIndicator[]; stems: Stems }) {
  if (indicators.length === 0) return null;
  return (
    <Section id="indicators">
      {byForm(indicators).map(([form, list]) => (
        <Folded key={form} title={`По форме «${form}»`} note={String(list.length)} stems={stems}>
          <ul>
            {list.map((indicator) => (
              <Formula key={indicator.key} indicator={indicator} stems={stems} />
            ))}
          </ul>
        </Folded>
      ))}
    </Section>
  );
}

function Formula({ indicator: { title, formula, notes }, stems }: { indicator: HelpIndicator; stems: Stems }) {
  return (
    <li class="indicator">
      <h3>
        <Marked text={title} stems={stems} />
      </h3>
      <p class="formula">
        <Marked text={formula} stems={stems} />
      </p>
      {notes.map((note) => (
        <p key={note} class="note">
          <Marked text={note} stems={stems} />
        </p>
      ))}
    </li>
  );
}
