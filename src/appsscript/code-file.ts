const loaded = new Map<string, unknown>();

/**
 * What a file of code exports, run when it is first asked for. The file is HTML in the project's eyes: script files are
 * all run with every keystroke in the workbook, pages only when they are read.
 */
export function codeOf<T>(file: string): T {
  const known = loaded.get(file) ?? run(HtmlService.createTemplateFromFile(file).getRawContent(), file);
  loaded.set(file, known);
  return known as T;
}

/** As the build has written it: signs that HTML gives a meaning to by their numbers, lines broken anywhere. */
function run(page: string, file: string): unknown {
  const code = page
    .replace(/[\r\n]/g, '')
    .replace(/@@([0-9a-f]{4})/g, (_, number) => String.fromCharCode(parseInt(number, 16)));
  return new Function(`${code}\nreturn Code;\n//# sourceURL=${file}.js`)();
}

/** A text that the build has laid into the comment of a function, which is soonest read over until it is asked for. */
export type Asleep = () => void;
/** Code of which `T` comes. */
export type AsleepCode<T> = Asleep & { readonly becomes?: T };

/** As the build has written it; a text that had to be changed for its comment says so first, any other stays the piece of the file that it is. */
export function textIn(asleep: Asleep): string {
  const text = String(asleep);
  const said = text.slice(text.indexOf('/*') + 2, text.lastIndexOf('*'));
  return said[0] === '@' ? said.slice(1).replace(/\*@([@/])/g, '*$1') : said;
}

// biome-ignore lint/security/noGlobalEval: by another name it sees nothing of this file, and unlike `Function` copies nothing
const evaluate = eval;

/** What code comes to. */
export const woken = <T>(asleep: AsleepCode<T>): T => evaluate(textIn(asleep));
