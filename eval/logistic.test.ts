// The model behind the confidence, and the measure of its calibration.
import { describe, expect, test } from 'vitest';
import { calibrationError, chanceError, crossValidate, equalMassBins, fitLogistic, probability } from './logistic.mjs';

describe('the confidence model', () => {
  const examples = Array.from({ length: 400 }, (_, i) => ({
    features: { near: i % 2, noise: i % 3 },
    right: i % 2 === 1 ? i % 10 !== 1 : i % 10 === 0,
    article: `article ${i % 20}`,
  }));

  test('learns which evidence speaks for a mention', () => {
    const model = fitLogistic(examples, 0.1);
    expect(model.weights.near).toBeGreaterThan(2);
    expect(Math.abs(model.weights.noise ?? 9)).toBeLessThan(0.2);
    expect(probability(model, { near: 1, noise: 1 })).toBeCloseTo(0.8, 1);
  });

  test('a strong penalty holds the weights near 0', () => {
    expect(Math.abs(fitLogistic(examples, 1e6).weights.near ?? 9)).toBeLessThan(0.01);
  });

  test('cross-validation gives every example a probability', () => {
    expect(crossValidate(examples, 1).every((p) => p > 0 && p < 1)).toBe(true);
  });

  test('chance alone shows some error, the less the more mentions there are', () => {
    const few = chanceError(Array.from({ length: 100 }, () => 0.5));
    const many = chanceError(
      Array.from({ length: 1000 }, () => 0.5),
      500,
    );
    expect(many).toBeGreaterThan(0);
    expect(many).toBeLessThan(few);
  });

  test('probabilities that say what is so have no calibration error', () => {
    const rights = Array.from({ length: 100 }, (_, i) => i % 2 === 0);
    expect(
      calibrationError(
        equalMassBins(
          rights.map(() => 0.5),
          rights,
        ),
      ),
    ).toBe(0);
    expect(
      calibrationError(
        equalMassBins(
          rights.map(() => 0.9),
          rights,
        ),
      ),
    ).toBeCloseTo(0.4);
  });
});
