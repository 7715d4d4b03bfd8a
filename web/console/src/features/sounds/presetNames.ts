/** Presets this page has a name for. */
export const PRESET_NAMES = [
  'tone-drop',
  'tone-bell',
  'tone-pluck',
  'tone-chime',
  'tone-wood',
  'tone-lotus',
  'tone-glow',
  'ring-morning',
  'ring-zither',
  'ring-bells',
  'ring-classic',
  'wait-river',
  'wait-lantern',
] as const;

export type PresetName = (typeof PRESET_NAMES)[number];

export function isPresetName(id: string): id is PresetName {
  return PRESET_NAMES.some((name) => name === id);
}
