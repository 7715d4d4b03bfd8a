import { theme as antdTheme } from 'antd';
import type { ThemeConfig } from 'antd';

export type ThemeName = 'light' | 'dark';

/**
 * Every colour of the console by role, once per theme; text roles reach AA on the surfaces they are used on. The names
 * become `--dk-*` custom properties, so style sheets never hold a colour of their own.
 */
const colours = {
  light: {
    primary: '#0f766e',
    'primary-strong': '#0b5b55',
    'primary-soft': '#e0f2ef',
    'on-primary': '#ffffff',
    accent: '#b45309',
    'accent-soft': '#fff4e5',
    'accent-line': '#f3c892',
    danger: '#b42318',
    'danger-soft': '#fdecea',
    success: '#15803d',
    warning: '#a16207',
    idle: '#6b7a77',
    canvas: '#f3f6f5',
    surface: '#ffffff',
    raised: '#ffffff',
    sunken: '#eaf0ee',
    hover: '#eef3f1',
    line: '#d9e2df',
    'line-strong': '#8a9a96',
    text: '#16211f',
    'text-muted': '#51615d',
    'bubble-own': '#0f766e',
    'bubble-own-text': '#ffffff',
    'bubble-other': '#e9efed',
    'bubble-other-text': '#16211f',
    shadow: '0 8px 28px rgb(16 40 36 / 14%)',
  },
  dark: {
    primary: '#2cc5b4',
    'primary-strong': '#5fdccd',
    'primary-soft': '#123733',
    'on-primary': '#04211e',
    accent: '#f5a65b',
    'accent-soft': '#33230f',
    'accent-line': '#6b4a20',
    danger: '#ff8a7d',
    'danger-soft': '#3b1a17',
    success: '#5bd08a',
    warning: '#e5b94e',
    idle: '#93a29e',
    canvas: '#0e1413',
    surface: '#161e1d',
    raised: '#1e2827',
    sunken: '#1c2524',
    hover: '#1f2a28',
    line: '#2d3a38',
    'line-strong': '#71827e',
    text: '#e7eeec',
    'text-muted': '#a5b4b0',
    'bubble-own': '#12615a',
    'bubble-own-text': '#ffffff',
    'bubble-other': '#263230',
    'bubble-other-text': '#e7eeec',
    shadow: '0 8px 28px rgb(0 0 0 / 55%)',
  },
} as const satisfies Record<ThemeName, Record<string, string>>;

const fontFamily =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

/** Spacing, radius and type do not change with the theme. */
const measures = {
  'space-1': '4px',
  'space-2': '8px',
  'space-3': '12px',
  'space-4': '16px',
  'space-6': '24px',
  'space-8': '32px',
  'radius-s': '6px',
  'radius-m': '10px',
  'radius-l': '16px',
  'text-s': '12.5px',
  'text-m': '14px',
  'text-l': '15px',
  'text-xl': '22px',
  target: '44px',
  font: fontFamily,
} as const;

export function applyTokens(name: ThemeName): void {
  const root = document.documentElement;
  root.style.colorScheme = name;
  for (const [role, value] of Object.entries({ ...measures, ...colours[name] })) {
    root.style.setProperty(`--dk-${role}`, value);
  }
}

export function antdThemeOf(name: ThemeName): ThemeConfig {
  const colour = colours[name];
  return {
    algorithm: name === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    hashed: false,
    token: {
      colorPrimary: colour.primary,
      colorLink: name === 'dark' ? colour['primary-strong'] : colour.primary,
      colorError: colour.danger,
      colorSuccess: colour.success,
      colorWarning: colour.warning,
      colorInfo: colour.primary,
      colorInfoBg: colour['primary-soft'],
      colorInfoBorder: colour.line,
      colorSuccessBg: colour['primary-soft'],
      colorSuccessBorder: colour.line,
      colorWarningBg: colour['accent-soft'],
      colorWarningBorder: colour['accent-line'],
      colorErrorBg: colour['danger-soft'],
      colorErrorBorder: colour.danger,
      colorBgLayout: colour.canvas,
      colorBgContainer: colour.surface,
      colorBgElevated: colour.raised,
      colorBorder: colour['line-strong'],
      colorBorderSecondary: colour.line,
      colorText: colour.text,
      colorTextSecondary: colour['text-muted'],
      colorTextTertiary: colour['text-muted'],
      colorTextDescription: colour['text-muted'],
      colorTextPlaceholder: colour['text-muted'],
      colorTextLightSolid: colour['on-primary'],
      borderRadius: 10,
      fontFamily,
      fontSize: 14,
      lineHeight: 1.57,
      controlHeight: 38,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Tooltip: { colorBgSpotlight: name === 'dark' ? '#3a4846' : '#22302d', colorTextLightSolid: '#ffffff' },
      Segmented: { trackBg: colour.sunken, itemSelectedBg: name === 'dark' ? colour.line : colour.surface },
      Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 6px' },
    },
  };
}
