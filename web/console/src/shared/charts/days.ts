export interface Series {
  key: string;
  label: string;
  /** A CSS colour; custom properties of the theme may be named. */
  color: string;
}

export interface DayChartProps {
  /** One entry per day, `day` as yyyy-MM-dd, and the values of the series by their keys. */
  days: readonly Record<string, string | number>[];
  series: readonly Series[];
  /** The parts of a day on top of each other instead of side by side. */
  stacked?: boolean;
  /** What the whole picture is, for those who cannot see it; the numbers are in a table anyway. */
  label: string;
  formatDay: (day: string) => string;
  formatValue: (value: number) => string;
}

/** In pixels, also of what stands there until the chart does. */
export const CHART_HEIGHT = 280;
