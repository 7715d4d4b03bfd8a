import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import styles from './charts.module.css';
import { CHART_HEIGHT, type DayChartProps } from './days.ts';

/** What {@link DayChart} loads when a chart is first looked at. */
export default function DayBars({ days, series, stacked, label, formatDay, formatValue }: DayChartProps) {
  return (
    <div role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
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
              {...(stacked ? { stackId: 'day' } : {})}
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
