/** Thrown where reality differs from the scenario. */
export class ScenarioFailed extends Error {
  override readonly name = 'ScenarioFailed';
}
