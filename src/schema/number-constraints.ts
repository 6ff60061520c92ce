import type { Bound, NumberNode } from './kinds.js';

/** The attributes of a control for numbers. */
export interface NumberConstraints {
  min?: number;
  max?: number;
  step?: number | 'any';
  inputmode?: string;
}

/**
 * `min`, `max` and `step` of a number. HTML counts steps from `min`, so a minimum is moved up to the first value that
 * is valid; a bound that is no number people can reach is left out.
 */
export function toNumberConstraints(node: NumberNode): NumberConstraints {
  const step = toStep(node);
  const min = node.range.min && toMin(node.range.min, step);
  const max = node.range.max && toMax(node.range.max, step);
  const takesNegative = min === undefined || min < 0;
  return {
    min: isReachable(min) ? min : undefined,
    max: isReachable(max) ? max : undefined,
    step,
    inputmode: takesNegative ? undefined : step !== 'any' && Number.isInteger(step) ? 'numeric' : 'decimal',
  };
}

function toStep(node: NumberNode): number | 'any' {
  const steps = node.integer ? [1, ...node.multiples] : node.multiples;
  if (steps.length === 0) return 'any';
  const divisors = [...new Set(steps.map(Math.abs))].filter((step) => step > 0 && Number.isFinite(step));
  if (divisors.length === 1) return divisors[0]!;
  if (divisors.every(Number.isInteger)) return divisors.reduce(leastCommonMultiple);
  return node.integer ? 1 : 'any';
}

function toMin(bound: Bound<number>, step: number | 'any'): number {
  if (step === 'any') return bound.value;
  const first = Math.ceil(inSteps(bound.value, step));
  const value = fromSteps(first, step);
  return bound.exclusive && value <= bound.value ? fromSteps(first + 1, step) : value;
}

function toMax(bound: Bound<number>, step: number | 'any'): number {
  if (step === 'any') return bound.value;
  const last = Math.floor(inSteps(bound.value, step));
  const value = fromSteps(last, step);
  return bound.exclusive && value >= bound.value ? fromSteps(last - 1, step) : value;
}

/** How many steps a value is from 0, with what binary fractions add taken off: 0.3 is three steps of 0.1. */
function inSteps(value: number, step: number): number {
  const count = value / step;
  return Math.abs(count - Math.round(count)) < 1e-9 ? Math.round(count) : count;
}

function fromSteps(count: number, step: number): number {
  return Number((count * step).toPrecision(15)) + 0;
}

/** With more digits, steps are no longer counted exactly. */
const MAX_EXACT = 1e15;

function isReachable(value: number | undefined): boolean {
  return value !== undefined && Math.abs(value) < MAX_EXACT;
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
