import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import type { StatementDay } from '../api.ts';
import { dayText } from './days.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

const SECONDS_PER_MINUTE = 60;

interface Drawing {
  days: readonly StatementDay[];
  words: { audio: string; video: string; minutes: string };
  colours: { audio: string; video: string; text: string; line: string };
  font: string;
}

/** Draws the bars; returns what takes them away. */
export function drawBars(canvas: HTMLCanvasElement, { days, words, colours, font }: Drawing): () => void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const inMinutes = (seconds: number) => Math.round((seconds / SECONDS_PER_MINUTE) * 10) / 10;
  const bars = (label: string, colour: string, seconds: (day: StatementDay) => number) => ({
    label,
    data: days.map((day) => inMinutes(seconds(day))),
    backgroundColor: colour,
    borderRadius: 3,
    maxBarThickness: 22,
  });
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: days.map((day) => dayText(day.date)),
      datasets: [
        bars(words.audio, colours.audio, (day) => day.audioSeconds),
        bars(words.video, colours.video, (day) => day.videoSeconds),
      ],
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      ...(still ? { animation: false as const } : {}),
      font: { family: font },
      color: colours.text,
      interaction: { mode: 'index', intersect: false },
      plugins: {
        legend: { position: 'bottom', labels: { boxWidth: 12, boxHeight: 12 } },
        tooltip: {
          callbacks: {
            label: ({ dataset, formattedValue }) =>
              `${dataset.label ?? ''}: ${formattedValue} ${words.minutes}`,
          },
        },
      },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          ticks: { color: colours.text, maxRotation: 0, autoSkipPadding: 12 },
        },
        y: {
          stacked: true,
          beginAtZero: true,
          grid: { color: colours.line },
          border: { display: false },
          ticks: { color: colours.text, precision: 0, maxTicksLimit: 6 },
          title: { display: true, text: words.minutes, color: colours.text },
        },
      },
    },
  });
  return () => {
    chart.destroy();
  };
}
