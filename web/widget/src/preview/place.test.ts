import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeAt, pointOf, snapped } from './place.ts';

const launcher = { width: 200, height: 56 };
const screen = { width: 1000, height: 700 };

test('[part BTN-10] belongs to the nearest corner', () => {
  expect(placeAt({ left: 30, top: 40 }, launcher, screen)).toEqual({
    corner: 'top-left',
    offsetX: 30,
    offsetY: 40,
  });
  expect(placeAt({ left: 780, top: 624 }, launcher, screen)).toEqual({
    corner: 'bottom-right',
    offsetX: 20,
    offsetY: 20,
  });
});

test('[part BTN-10] wherever it is dropped, it is on the screen and found again', () => {
  const edge = fc.integer({ min: -500, max: 1500 });
  fc.assert(
    fc.property(edge, edge, (left, top) => {
      const place = placeAt({ left, top }, launcher, screen);
      const point = pointOf(place, launcher, screen);
      expect(point.left).toBeGreaterThanOrEqual(0);
      expect(point.top).toBeGreaterThanOrEqual(0);
      expect(point.left + launcher.width).toBeLessThanOrEqual(screen.width);
      expect(point.top + launcher.height).toBeLessThanOrEqual(screen.height);
      expect(placeAt(point, launcher, screen)).toEqual(place);
    }),
  );
});

test('[part BTN-10] snaps to the edge and to a finger’s breadth from it', () => {
  const near = { corner: 'top-left', offsetX: 5, offsetY: 25 } as const;
  expect(snapped(near)).toEqual({ ...near, offsetX: 0, offsetY: 20 });
  const far = { ...near, offsetX: 10, offsetY: 90 };
  expect(snapped(far)).toEqual(far);
});
