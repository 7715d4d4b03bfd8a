import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import styles from './charts.module.css';

export interface Series {
  key: string;
  label: string;
  /** A CSS colour; custom properties of the theme may be named. */
  color: string;
}

interface DayChartProps {
  /** One entry per day, `day` as yyyy-MM-dd, and the values of the series by their keys. */
  days: readonly Record<string, string | number>[];
  series: readonly Series[];
  /** What the whole picture is, for those who cannot see it; the numbers are in a table anyway. */
  label: string;
  formatDay: (day: string) => string;
  formatValue: (value: number) => string;
}

const HEIGHT = 280;

/** Numbers by day, side by side. Loaded apart from the pages: import it lazily. */
export default function DayChart({ days, series, label, formatDay, formatValue }: DayChartProps) {
  return (
    <div role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart
          data={[...days]}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--dk-line)" />
          <XAxis
            dataKey="day"
            tickFormatter={formatDay}
            minTickGap={24}
            tickLine={false}
            axisLine={{ stroke: 'var(--dk-line)' }}
            tick={{ fill: 'var(--dk-text-muted)', fontSize: 12 }}
          />
          <YAxis
            width={44}
            allowDecimals={false}
            tickLine={false}
            axisLine={false}
            tickFormatter={formatValue}
            tick={{ fill: 'var(--dk-text-muted)', fontSize: 12 }}
          />
          <Tooltip
            cursor={{ fill: 'var(--dk-line)', opacity: 0.4 }}
            labelFormatter={(day) => formatDay(String(day))}
            formatter={(value) => formatValue(Number(value))}
            contentStyle={{
              background: 'var(--dk-surface)',
              border: '1px solid var(--dk-line)',
              borderRadius: 8,
            }}
          />
          <Legend
            iconType="circle"
            iconSize={10}
            // In the colour of text: that of a bar is hard to read as words.
            formatter={(name) => <span className={styles['legend']}>{String(name)}</span>}
          />
          {series.map(({ key, label: name, color }) => (
            <Bar
              key={key}
              dataKey={key}
              name={name}
              fill={color}
              maxBarSize={22}
              radius={[3, 3, 0, 0]}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
