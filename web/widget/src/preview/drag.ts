import type { Place } from '../shared/shell.ts';
import type { Point, Size } from './place.ts';
import { placeAt, pointOf, SNAPS, snapped } from './place.ts';

export interface DragOptions {
  launcher: HTMLElement;
  place: () => Place;
  onMove: (place: Place, done: boolean) => void;
}

const STILL_PIXELS = 4;
const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function line(className: string): HTMLElement {
  const created = document.createElement('div');
  created.className = `snap-line ${className}`;
  created.hidden = true;
  document.body.append(created);
  return created;
}

/** Lets the launcher be moved by pointer, with lines where it snaps, and by the arrow keys. */
export function makeDraggable({ launcher, place, onMove }: DragOptions): { dragging: () => boolean } {
  const upright = line('upright');
  const level = line('level');
  let grip: { x: number; y: number; from: Point } | undefined;
  let moved = false;

  const size = (): Size => ({ width: launcher.offsetWidth, height: launcher.offsetHeight });
  const screen = (): Size => ({ width: window.innerWidth, height: window.innerHeight });

  function drawLines(at: Place | null): void {
    upright.hidden = !at || !SNAPS.includes(at.offsetX);
    level.hidden = !at || !SNAPS.includes(at.offsetY);
    if (!at) return;
    const side = at.corner.endsWith('left') ? 'left' : 'right';
    const edge = at.corner.startsWith('top') ? 'top' : 'bottom';
    for (const name of ['left', 'right'] as const)
      upright.style[name] = name === side ? `${String(at.offsetX)}px` : 'auto';
    for (const name of ['top', 'bottom'] as const)
      level.style[name] = name === edge ? `${String(at.offsetY)}px` : 'auto';
  }

  function at(event: PointerEvent): Place | null {
    if (!grip) return null;
    const [x, y] = [event.clientX - grip.x, event.clientY - grip.y];
    moved ||= Math.hypot(x, y) > STILL_PIXELS;
    if (!moved) return null;
    const to = { left: grip.from.left + x, top: grip.from.top + y };
    return snapped(placeAt(to, size(), screen()));
  }

  launcher.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    grip = { x: event.clientX, y: event.clientY, from: pointOf(place(), size(), screen()) };
    moved = false;
    launcher.setPointerCapture(event.pointerId);
  });
  launcher.addEventListener('pointermove', (event) => {
    const next = at(event);
    if (!next) return;
    drawLines(next);
    onMove(next, false);
  });
  const release = (event: PointerEvent): void => {
    const next = at(event);
    grip = undefined;
    drawLines(null);
    if (next) onMove(next, true);
  };
  launcher.addEventListener('pointerup', release);
  launcher.addEventListener('pointercancel', release);
  // The click that ends a drag is none.
  launcher.addEventListener(
    'click',
    (event) => {
      if (moved) event.stopImmediatePropagation();
      moved = false;
    },
    { capture: true },
  );
  launcher.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const pixels = event.shiftKey ? 10 : 1;
    const from = pointOf(place(), size(), screen());
    const to = { left: from.left + step[0] * pixels, top: from.top + step[1] * pixels };
    onMove(placeAt(to, size(), screen()), true);
  });
  return { dragging: () => grip !== undefined && moved };
}
