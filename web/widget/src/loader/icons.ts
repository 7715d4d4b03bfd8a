/** A drawing of one path on a 24×24 grid, made by DOM calls so that no host policy on markup applies. */
export function icon(path: string): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const drawing = document.createElementNS(namespace, 'path');
  drawing.setAttribute('d', path);
  svg.append(drawing);
  return svg;
}

export const BUBBLE =
  'M12 3C6.5 3 2 6.8 2 11.5c0 2.2 1 4.2 2.6 5.7L4 21l4.3-1.7c1.2.3 2.4.5 3.7.5 5.5 0 10-3.7 10-8.3S17.5 3 12 3ZM7.5 12.8a1.3 1.3 0 1 1 0-2.6 1.3 1.3 0 0 1 0 2.6Zm4.5 0a1.3 1.3 0 1 1 0-2.6 1.3 1.3 0 0 1 0 2.6Zm4.5 0a1.3 1.3 0 1 1 0-2.6 1.3 1.3 0 0 1 0 2.6Z';
export const DOWN = 'M5.7 8.3 12 14.6l6.3-6.3 1.4 1.4-7.7 7.7-7.7-7.7Z';
export const CLOSE =
  'm18.3 7.1-1.4-1.4L12 10.6 7.1 5.7 5.7 7.1l4.9 4.9-4.9 4.9 1.4 1.4 4.9-4.9 4.9 4.9 1.4-1.4-4.9-4.9Z';
