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
  return evaluated(code, file);
}

/** What code in a text comes to. */
export const evaluated = <T>(code: string, name: string): T =>
  new Function(`${code}\nreturn Code;\n//# sourceURL=${name}.js`)();
