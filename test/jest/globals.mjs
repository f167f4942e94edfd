/**
 * What `@jest/globals` is in native modules. Jest makes `test`, `expect` and the rest anew for each test file, while a module
 * that uses them stays loaded: each name here therefore means that of the file which is running.
 */
const held = { current: undefined };

export function setGlobals(globals) {
  held.current = globals;
}

export const afterAll = ofTheFile('afterAll');
export const afterEach = ofTheFile('afterEach');
export const beforeAll = ofTheFile('beforeAll');
export const beforeEach = ofTheFile('beforeEach');
export const describe = ofTheFile('describe');
export const expect = ofTheFile('expect');
export const it = ofTheFile('it');
export const jest = ofTheFile('jest');
export const test = ofTheFile('test');

function ofTheFile(name) {
  const its = () => {
    if (held.current === undefined) throw new Error(`${name}: no test file is running`);
    return held.current[name];
  };
  return new Proxy(() => undefined, {
    apply: (_target, self, args) => Reflect.apply(its(), self, args),
    get: (_target, key) => its()[key],
  });
}
