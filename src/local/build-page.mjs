// Builds the page of a panel: one .html file that needs no other, as HtmlService serves it.
import { existsSync } from 'node:fs';
import { build } from 'esbuild';

/** HTML would end a script at the first, and read on to the next comment's end at the second, even within a string. */
const inScript = (code) => code.replace(/<\/script/gi, '<\\/script').replace(/<!--/g, '\\x3C!--');
const inStyle = (css) => css.replace(/<\/style/gi, '<\\/style');

/** `folder` has the browser side of the panel: index.tsx and, where it has looks of its own, look.css. */
export async function pageOf({ key, title }, folder = `src/sidebar/${key}`) {
  if (!existsSync(`${folder}/index.tsx`)) throw new Error(`panel ${key} has no ${folder}/index.tsx`);
  const styles = ['src/sidebar/look.css', `${folder}/look.css`].filter((file) => existsSync(file));
  const { outputFiles } = await build({
    stdin: {
      contents: [...styles, `${folder}/index.tsx`].map((file) => `import './${file}';`).join('\n'),
      resolveDir: '.',
      loader: 'js',
    },
    outdir: 'out',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    charset: 'utf8',
    legalComments: 'inline',
    write: false,
  });
  const text = (extension) => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style>${inStyle(text('.css'))}</style>
</head>
<body>
<div id="panel"><main><h1 class="unseen">${title}</h1><p class="waiting" role="status">Загружается…</p></main></div>
<script>${inScript(text('.js'))}</script>
</body>
</html>
`;
}
