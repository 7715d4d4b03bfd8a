/** Where a launcher that is dragged to a point stands, as settings say it. */
import type { Place } from '../shared/shell.ts';

export interface Size {
  width: number;
  height: number;
}

/** Left and top edge of the launcher on the screen. */
export interface Point {
  left: number;
  top: number;
}

/** Distances from an edge that a launcher likes to stand at. */
export const SNAPS = [0, 20];
const SNAP_PIXELS = 7;
const FARTHEST = 1000;

const within = (value: number, most: number): number => Math.max(0, Math.min(value, most));

/** The corner is the nearest one; offsets are counted from it. */
export function placeAt({ left, top }: Point, launcher: Size, screen: Size): Place {
  const right = screen.width - launcher.width - left;
  const bottom = screen.height - launcher.height - top;
  const side = left < right ? 'left' : 'right';
  const edge = top < bottom ? 'top' : 'bottom';
  const most = (room: number): number => Math.min(FARTHEST, Math.max(0, room));
  return {
    corner: `${edge}-${side}`,
    offsetX: Math.round(within(side === 'left' ? left : right, most(screen.width - launcher.width))),
    offsetY: Math.round(within(edge === 'top' ? top : bottom, most(screen.height - launcher.height))),
  };
}

export function pointOf({ corner, offsetX, offsetY }: Place, launcher: Size, screen: Size): Point {
  return {
    left: corner.endsWith('left') ? offsetX : screen.width - launcher.width - offsetX,
    top: corner.startsWith('top') ? offsetY : screen.height - launcher.height - offsetY,
  };
}

function snap(offset: number): number {
  return SNAPS.find((line) => Math.abs(line - offset) <= SNAP_PIXELS) ?? offset;
}

export function snapped(place: Place): Place {
  return { ...place, offsetX: snap(place.offsetX), offsetY: snap(place.offsetY) };
}
