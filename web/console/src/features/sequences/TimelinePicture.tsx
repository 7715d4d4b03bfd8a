import { useTranslation } from 'react-i18next';
import { NAMES } from './content.ts';
import type { SequenceName } from './content.ts';
import styles from './sequences.module.css';
import type { Step, TimelineEvent } from './timeline.ts';

const WIDTH = 400;
const LEFT = 12;
const RIGHT = 388;
const TOP = 44;
const LANE = 46;
const STEPS_AT = [10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 86_400];
const TICKS = 5;

function tickOf(horizon: number): number {
  return STEPS_AT.find((step) => horizon / step <= TICKS) ?? 86_400;
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  if (minutes < 60) return `${String(minutes)}:${rest}`;
  return `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

interface Span {
  from: number;
  to: number;
}

/** From when a sequence waits until it is over or stopped. */
function spansOf(steps: readonly Step[], horizon: number): Span[] {
  const spans: Span[] = [];
  let from: number | undefined;
  let last = 0;
  for (const step of steps) {
    if (step.kind === 'armed') {
      if (from !== undefined) spans.push({ from, to: last });
      from = step.atSeconds;
    }
    if (step.kind === 'cancelled' && from !== undefined) {
      spans.push({ from, to: step.atSeconds });
      from = undefined;
    }
    last = step.atSeconds;
  }
  if (from !== undefined) spans.push({ from, to: last > from ? last : horizon });
  return spans;
}

interface TimelinePictureProps {
  steps: readonly Step[];
  events: readonly TimelineEvent[];
}

/** Three lanes over time: when each sequence waits, sends and stops, and what happened meanwhile. */
export function TimelinePicture({ steps, events }: TimelinePictureProps) {
  const { t } = useTranslation('sequences');
  const latest = Math.max(60, ...[...steps, ...events].map(({ atSeconds }) => atSeconds));
  const tick = tickOf(latest * 1.08);
  const horizon = Math.ceil((latest * 1.04) / tick) * tick;
  const x = (seconds: number) => LEFT + (Math.min(seconds, horizon) / horizon) * (RIGHT - LEFT);
  const bottom = TOP + NAMES.length * LANE;
  const sent = steps.filter((step) => step.kind === 'sent').length;
  const ticks = Array.from({ length: Math.floor(horizon / tick) + 1 }, (_, index) => index * tick);
  return (
    <svg
      className={styles['picture']}
      viewBox={`0 0 ${String(WIDTH)} ${String(bottom + 26)}`}
      role="img"
      aria-label={t('timeline.picture', { sent })}
    >
      {ticks.map((seconds) => (
        <g key={seconds} className={styles['tick']}>
          <line x1={x(seconds)} x2={x(seconds)} y1={TOP - 8} y2={bottom} />
          <text
            x={x(seconds)}
            y={bottom + 16}
            textAnchor={seconds === 0 ? 'start' : seconds === horizon ? 'end' : 'middle'}
          >
            {clock(seconds)}
          </text>
        </g>
      ))}
      {events.map((event, index) => (
        <g key={String(index)} className={styles['event']}>
          <line x1={x(event.atSeconds)} x2={x(event.atSeconds)} y1={26} y2={bottom} />
          <circle cx={x(event.atSeconds)} cy={16} r={9} />
          <text x={x(event.atSeconds)} y={20} textAnchor="middle">
            {index + 1}
          </text>
        </g>
      ))}
      {NAMES.map((name, lane) => (
        <Lane
          key={name}
          name={name}
          y={TOP + lane * LANE + LANE / 2 + 6}
          label={t(`names.${name}`)}
          steps={steps.filter((step) => step.sequence === name)}
          horizon={horizon}
          x={x}
        />
      ))}
    </svg>
  );
}

interface LaneProps {
  name: SequenceName;
  y: number;
  label: string;
  steps: readonly Step[];
  horizon: number;
  x: (seconds: number) => number;
}

function Lane({ name, y, label, steps, horizon, x }: LaneProps) {
  return (
    <g className={styles['lane']} data-sequence={name}>
      <text x={LEFT + 3} y={y - 13} className={styles['laneName']}>
        {label}
      </text>
      <line x1={LEFT} x2={RIGHT} y1={y} y2={y} className={styles['rest']} />
      {spansOf(steps, horizon).map((span) => (
        <line key={span.from} x1={x(span.from)} x2={x(span.to)} y1={y} y2={y} className={styles['waiting']} />
      ))}
      {steps.map((step, index) => {
        const at = x(step.atSeconds);
        if (step.kind === 'sent') return <circle key={String(index)} cx={at} cy={y} r={6} />;
        if (step.kind === 'armed') {
          return <circle key={String(index)} cx={at} cy={y} r={4} className={styles['armed']} />;
        }
        const cross = `M${String(at - 5)} ${String(y - 5)}l10 10m0-10l-10 10`;
        return <path key={String(index)} d={cross} className={styles['cross']} />;
      })}
    </g>
  );
}
