/**
 * All values of a closed set of the API, in the order in which they are shown: one that is missing, and one that the API does not
 * have, is an error of types. `allOf<Schema<'UnitView'>['kind']>()(['city', …])`.
 */
export function allOf<Value extends string>() {
  return <const Listed extends readonly Value[]>(
    listed: Listed & ([Value] extends [Listed[number]] ? unknown : { missing: Exclude<Value, Listed[number]> }),
  ): Listed => listed;
}
