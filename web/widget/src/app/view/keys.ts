/** Enter sends, Shift+Enter breaks the line, and the Enter that ends a word in an input method does neither. */
export function submitsOnEnter(event: KeyboardEvent): boolean {
  // Some browsers report the closing Enter of an input method only by this old code.
  const composing = event.isComposing || event.keyCode === 229;
  return event.key === 'Enter' && !event.shiftKey && !composing;
}
