import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import type { Announcements, DragEndEvent } from '@dnd-kit/core';
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../section.module.css';
import { useSectionFields } from '../SectionContext.ts';

export interface SortableItem {
  /** Stays with the item while it moves. */
  key: string;
  /** What assistive technology calls it. */
  name: string;
  /** The pointer of the item, so that a fault can be found. */
  at: string;
  /** Can be moved, but not removed. */
  fixed?: boolean;
  body: ReactNode;
}

interface SortableListProps {
  label: string;
  items: readonly SortableItem[];
  onMove: (from: number, to: number) => void;
  /** Absent where items cannot go. */
  onRemove?: ((index: number) => void) | undefined;
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  return arrayMove([...list], from, to);
}

/** An ordered list: by mouse, by touch, by buttons or by keyboard. */
export function SortableList({ label, items, onMove, onRemove }: SortableListProps) {
  const { t } = useTranslation('section');
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const indexOf = (key: string | number) => items.findIndex((item) => item.key === key);
  const spot = (key: string | number) => ({
    name: items[indexOf(key)]?.name ?? '',
    position: indexOf(key) + 1,
    count: items.length,
  });
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('fields.picked', spot(active.id)),
    onDragOver: ({ active, over }) =>
      over ? t('fields.moved', { ...spot(over.id), name: spot(active.id).name }) : undefined,
    onDragEnd: ({ active, over }) =>
      t('fields.dropped', { ...spot((over ?? active).id), name: spot(active.id).name }),
    onDragCancel: ({ active }) => t('fields.cancelled', spot(active.id)),
  };
  const move = (from: number, to: number) => {
    if (from !== to && from >= 0 && to >= 0 && to < items.length) onMove(from, to);
  };
  const dropped = ({ active, over }: DragEndEvent) => {
    if (over) move(indexOf(active.id), indexOf(over.id));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={dropped}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('fields.instructions') } }}
    >
      <SortableContext items={items.map((item) => item.key)} strategy={verticalListSortingStrategy}>
        <ol className={styles['sortable']} aria-label={label}>
          {items.map((item, index) => (
            <Row
              key={item.key}
              item={item}
              position={index + 1}
              count={items.length}
              onMove={(by) => {
                move(index, index + by);
              }}
              onRemove={
                onRemove && item.fixed !== true
                  ? () => {
                      onRemove(index);
                    }
                  : undefined
              }
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

interface RowProps {
  item: SortableItem;
  position: number;
  count: number;
  onMove: (by: 1 | -1) => void;
  onRemove: (() => void) | undefined;
}

function Row({ item, position, count, onMove, onRemove }: RowProps) {
  const { t } = useTranslation('section');
  const { disabled } = useSectionFields();
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({ id: item.key, disabled });
  const { name } = item;
  return (
    <li
      ref={setNodeRef}
      className={styles['sortableRow']}
      data-dragging={isDragging}
      data-at={item.at}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <button
        type="button"
        className={styles['handle']}
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={t('fields.move', { name, position, count })}
      >
        <HolderOutlined aria-hidden="true" />
      </button>
      <div className={styles['sortableBody']}>{item.body}</div>
      <div className={styles['sortableButtons']}>
        <Button
          type="text"
          icon={<ArrowUpOutlined aria-hidden="true" />}
          disabled={disabled || position === 1}
          aria-label={t('fields.moveUp', { name })}
          onClick={() => {
            onMove(-1);
          }}
        />
        <Button
          type="text"
          icon={<ArrowDownOutlined aria-hidden="true" />}
          disabled={disabled || position === count}
          aria-label={t('fields.moveDown', { name })}
          onClick={() => {
            onMove(1);
          }}
        />
        {onRemove ? (
          <Button
            type="text"
            danger
            icon={<DeleteOutlined aria-hidden="true" />}
            disabled={disabled}
            aria-label={t('fields.remove', { name })}
            onClick={onRemove}
          />
        ) : null}
      </div>
    </li>
  );
}
