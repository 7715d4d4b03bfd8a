/** For searching: no case, no diacritics, `đ` as `d`. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('vi').replaceAll('đ', 'd').trim();
}
