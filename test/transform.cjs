// Jest's transformer: TypeScript to CommonJS with esbuild, types are checked apart by `npm run types`.
const { transformSync } = require('esbuild');

module.exports = {
  process(source, path) {
    const { code, map } = transformSync(source, {
      loader: path.endsWith('x') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      sourcemap: 'both',
      sourcefile: path,
    });
    return { code, map };
  },
};
