const isFunction = (code, [from]) => /^function\b/.test(code.slice(from, from + 9));
/** Of code without needless spaces: what stands before a statement. */
const isDeclared = (code, [from]) => /[;{}]/.test(code[from - 1]);

const CLASS = /\bclass\b[^{}()]*\{$/;
/** The name of an object's method; '' of any other function, those of a class among them. */
function methodName(code, [from, to]) {
  const [, name = ''] = /^([\w$]+)\(/.exec(code.slice(from, to)) ?? [];
  return name !== 'function' && /[,{]/.test(code[from - 1]) && !CLASS.test(code.slice(0, from)) ? name : '';
}

/** The code from `from` to `to` with brackets around the functions in it. */
function bracketed(code, functions, from, to) {
  const signs = functions.flatMap((each) => {
    const [start, end] = each;
    const name = methodName(code, each);
    return [name ? [start, `${name}:(function`, name.length] : [start, '(', 0], [end, ')', 0]];
  });
  let [text, at] = ['', from];
  for (const [place, sign, instead] of signs
    .filter(([place]) => from <= place && place < to)
    .sort((a, b) => a[0] - b[0])) {
    text += code.slice(at, place) + sign;
    at = place + instead;
  }
  return text + code.slice(at, to);
}

/** Those of `called` that are declared right in the whole, so that they can stand first in it. */
function outermost(code, called) {
  let last = 0;
  return called.filter((each) => {
    const isWithin = each[0] < last;
    last = Math.max(last, each[1]);
    return !isWithin && isFunction(code, each) && isDeclared(code, each);
  });
}

/**
 * Minified code of one function that is run at once, with those functions in it compiled together with it that `called`
 * says will be, as pairs of places. V8 reads others twice: over them until they are called, and then again. It takes a
 * function in brackets for one that will be called; declared ones become variables, before all that may ask for them.
 */
export function compiledAtOnce(code, called) {
  const [whole, ...within] = [...called].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  if (!whole) return code;
  const expressions = within.filter((each) =>
    isFunction(code, each) ? !isDeclared(code, each) : methodName(code, each),
  );
  let at = code.indexOf('{', whole[0]) + 1;
  const start = code.slice(0, at);
  let [variables, rest] = ['', ''];
  for (const [from, to] of outermost(code, within)) {
    const [head, name] = /^function ([\w$]+)/.exec(code.slice(from, to));
    variables += `var ${name}=(function${bracketed(code, expressions, from + head.length, to)});`;
    rest += bracketed(code, expressions, at, from);
    at = to;
  }
  return start + variables + rest + bracketed(code, expressions, at, code.length);
}
