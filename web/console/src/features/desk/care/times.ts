const HOUR = 3_600_000;

export interface Choice {
  key: 'inHour' | 'tonight' | 'tomorrow' | 'nextWeek';
  at: Date;
}

function at(now: Date, days: number, hour: number): Date {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  day.setHours(hour, 0, 0, 0);
  return day;
}

/** When a conversation may come back, by the clock of whoever asks; what is past is not offered. */
export function snoozeChoices(now: Date): Choice[] {
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const choices: Choice[] = [
    { key: 'inHour', at: new Date(now.getTime() + HOUR) },
    { key: 'tonight', at: at(now, 0, 17) },
    { key: 'tomorrow', at: at(now, 1, 8) },
    { key: 'nextWeek', at: at(now, toMonday, 8) },
  ];
  return choices.filter((choice) => choice.at > now);
}
