import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Gauged } from './figures.sql.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The numbers an operator watches. One instance a process; no metric carries a person, a text or a case id. */
export class Metrics {
  readonly registry = new Registry();
  readonly #acts = this.counter('minyi_acts_total', 'Acts carried out', ['workflow', 'act']);
  readonly #refusals = this.counter('minyi_refusals_total', 'Requests refused, by code', ['code']);
  readonly #effects = this.counter('minyi_effects_total', 'Attempts to carry out an effect', ['effect', 'outcome']);
  readonly #requests = this.histogram('minyi_http_request_seconds', 'Time to answer a request', [
    'method',
    'route',
    'status',
  ]);
  readonly #actSeconds = this.histogram('minyi_act_seconds', 'Time of an act, commit included', ['workflow']);
  readonly #effectSeconds = this.histogram('minyi_effect_seconds', 'Time of an effect handler', ['effect']);
  readonly #watchers = new Gauge({ name: 'minyi_watchers', help: 'Open event streams', registers: [this.registry] });

  constructor(gauges: () => Promise<Gauged>) {
    collectDefaultMetrics({ register: this.registry });
    const outbox = new Gauge({
      name: 'minyi_outbox_pending',
      help: 'Effects waiting to be carried out',
      registers: [this.registry],
      collect: async () => {
        const now = await gauges();
        outbox.set(now.outboxPending);
        incidents.set(now.openIncidents);
        lateness.set(now.clockLatenessSeconds);
        deliveries.set(now.deliveriesDue);
        deliveryLateness.set(now.deliveryLatenessSeconds);
        failedDeliveries.set(now.deliveriesFailed);
        webhooks.set(now.webhooksRetried);
        calls.set(now.callsOpen);
      },
    });
    const incidents = new Gauge({
      name: 'minyi_incidents_open',
      help: 'Incidents nobody has dealt with',
      registers: [this.registry],
    });
    const lateness = new Gauge({
      name: 'minyi_clock_lateness_seconds',
      help: 'How late the most overdue clock is that has not fired yet',
      registers: [this.registry],
    });
    const deliveries = this.gauge('minyi_deliveries_due', 'Messages whose time has come and that have not gone');
    const deliveryLateness = this.gauge(
      'minyi_delivery_lateness_seconds',
      'How late the oldest message is that nobody has tried to send',
    );
    const failedDeliveries = this.gauge('minyi_deliveries_failed', 'Messages given up within a day');
    const webhooks = this.gauge('minyi_webhooks_retried', 'Events to other systems that were refused, tried again');
    const calls = this.gauge('minyi_calls_open', 'Residents to be called');
  }

  acted(workflow: string, act: string, seconds: number): void {
    this.#acts.inc({ workflow, act });
    this.#actSeconds.observe({ workflow }, seconds);
  }

  refused(code: string): void {
    this.#refusals.inc({ code });
  }

  effect(effect: string, outcome: 'done' | 'failed', seconds: number): void {
    this.#effects.inc({ effect, outcome });
    this.#effectSeconds.observe({ effect }, seconds);
  }

  request(labels: { method: string; route: string; status: string }, seconds: number): void {
    this.#requests.observe(labels, seconds);
  }

  watching(count: number): void {
    this.#watchers.set(count);
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] });
  }

  private counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private histogram(name: string, help: string, labelNames: string[]): Histogram {
    return new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [this.registry] });
  }
}
