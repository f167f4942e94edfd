import { Register } from './register.service.js';
import { DecisionRules } from './rules.service.js';

/** Decision rules and registers of an installation, put together. */
export class Registers {
  readonly rules = new DecisionRules();
  readonly book = new Register(this.rules);
}
