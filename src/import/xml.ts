export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const TOKEN =
  /<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text that is no XML: something is closed that was not opened. */
export class MalformedXml extends Error {}

/** Reads the XML that word processors write: well-formed, no entities but the five and character codes. */
export function readXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [text, closing, name, attributes, single] of xml.matchAll(TOKEN)) {
    const inside = open[open.length - 1]!;
    if (name === undefined) {
      if (!text.startsWith('<')) inside.children.push(decode(text));
    } else if (closing) {
      if (open.length === 1) throw new MalformedXml(`</${name}>`);
      open.pop();
    } else {
      const element = { name, attributes: attributesOf(attributes ?? ''), children: [] };
      inside.children.push(element);
      if (!single) open.push(element);
    }
  }
  return root;
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [
      name!,
      decode(double ?? single ?? ''),
    ]),
  );

const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code < 0x110000 ? String.fromCodePoint(code) : whole;
  });

export const elementsOf = (element: Element | undefined, name?: string): Element[] =>
  (element?.children ?? []).filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** Every element of that name below, in the order of the document. */
export const findAll = (element: Element | undefined, name: string): Element[] =>
  elementsOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);

/** Goes down by names, taking the first child of each. */
export const child = (element: Element | undefined, ...path: string[]): Element | undefined =>
  path.reduce<Element | undefined>((at, name) => elementsOf(at, name)[0], element);

export const attributeOf = (element: Element | undefined, attribute = 'w:val'): string | undefined =>
  element?.attributes[attribute];
