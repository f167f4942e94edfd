import { ChainTemplates } from './chain-templates.service.js';
import { Register } from './register.service.js';
import { DecisionRules } from './rules.service.js';

/** Decision rules, registers and templates of chains of an installation, put together. */
export class Registers {
  readonly rules = new DecisionRules();
  readonly book = new Register(this.rules);
  readonly chains = new ChainTemplates();
}
