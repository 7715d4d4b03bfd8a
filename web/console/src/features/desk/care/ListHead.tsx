import { BellOutlined, FilterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Popover, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import type { ListFilter, View } from '../model/state.ts';
import { loadPlaces } from './api.ts';
import styles from './listHead.module.css';
import { useLabels } from './labels.ts';
import { askToNotify, mayAskToNotify } from './notify.ts';
import { useCounts } from './useCounts.ts';

const MAIN = ['mine', 'waiting', 'all', 'closed'] as const;
const ASIDE = ['snoozed', 'mentions'] as const;
const CHANNELS = ['livetalk', 'facebook', 'zalo'] as const;
const MOST = 999;

interface ListHeadProps {
  view: View;
  filter: ListFilter;
  onView: (view: View) => void;
  onFilter: (filter: ListFilter) => void;
}

function Count({ count }: { count: number | undefined }) {
  if (count === undefined || count === 0) return null;
  return <span className={styles['count']}>{count > MOST ? `${String(MOST)}+` : count}</span>;
}

/** Which list, how many are in each, and what it is narrowed down to. */
export function ListHead({ view, filter, onView, onFilter }: ListHeadProps) {
  const { t } = useTranslation(['care', 'desk']);
  const counts = useCounts(filter);
  const { message } = App.useApp();
  const [asks, setAsks] = useState(mayAskToNotify);
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  const ask = async () => {
    const allowed = await askToNotify();
    setAsks(false);
    if (allowed) void message.success(t('list.notifyOn'));
    else void message.warning(t('list.notifyOff'));
  };
  return (
    <div className={styles['head']}>
      <Segmented<View>
        value={view}
        onChange={onView}
        aria-label={t('lists.label', { ns: 'desk' })}
        options={MAIN.map((value) => ({
          value,
          label: (
            <>
              {t(`lists.${value}`, { ns: 'desk' })}
              {value === 'mine' || value === 'waiting' ? <Count count={counts[value]} /> : null}
            </>
          ),
        }))}
      />
      <div className={styles['second']} role="group" aria-label={t('list.others')}>
        {ASIDE.map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={view === value}
            onClick={() => {
              onView(view === value ? 'mine' : value);
            }}
            data-testid={`list-${value}`}
          >
            {t(`lists.${value}`, { ns: 'desk' })}
            <Count count={counts[value]} />
          </button>
        ))}
        <span className={styles['tools']}>
          {asks ? (
            <Button
              type="text"
              size="small"
              icon={<BellOutlined aria-hidden="true" />}
              aria-label={t('list.notify')}
              title={t('list.notifyHint')}
              onClick={() => void ask()}
            />
          ) : null}
          <Popover
            trigger="click"
            placement="bottomRight"
            content={<Filters filter={filter} onFilter={onFilter} />}
          >
            <Button
              type={narrowed ? 'primary' : 'text'}
              size="small"
              icon={<FilterOutlined aria-hidden="true" />}
              aria-label={narrowed ? t('list.filtered') : t('list.filter')}
              data-testid="list-filter"
            />
          </Popover>
        </span>
      </div>
    </div>
  );
}

function Filters({ filter, onFilter }: Pick<ListHeadProps, 'filter' | 'onFilter'>) {
  const { t } = useTranslation(['care', 'common']);
  const http = useHttp();
  const labels = useLabels();
  const places = useQuery({
    queryKey: ['desk', 'places'],
    queryFn: ({ signal }) => loadPlaces(http, signal),
  });
  const named = (list: readonly { id: string; name: string }[] | undefined) =>
    (list ?? []).map((one) => ({ value: one.id, label: one.name }));
  const { labelId, departmentId, channelKind } = filter;
  return (
    <div className={styles['filters']}>
      <label>
        {t('list.label')}
        <Select
          allowClear
          placeholder={t('list.any')}
          value={labelId ?? null}
          options={named(labels.data)}
          onChange={(next) => {
            onFilter({ ...filter, labelId: next ?? undefined });
          }}
          data-testid="filter-label"
        />
      </label>
      <label>
        {t('list.department')}
        <Select
          allowClear
          placeholder={t('list.any')}
          value={departmentId ?? null}
          options={named(places.data)}
          onChange={(next) => {
            onFilter({ ...filter, departmentId: next ?? undefined });
          }}
        />
      </label>
      <label>
        {t('list.channel')}
        <Select
          allowClear
          placeholder={t('list.any')}
          value={channelKind ?? null}
          options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`, { ns: 'common' }) }))}
          onChange={(next) => {
            onFilter({ ...filter, channelKind: next ?? undefined });
          }}
        />
      </label>
      <Button
        onClick={() => {
          onFilter({});
        }}
      >
        {t('list.clear')}
      </Button>
    </div>
  );
}
