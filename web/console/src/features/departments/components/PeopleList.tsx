import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, HolderOutlined } from '@ant-design/icons';
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
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../../shared/api/staff.ts';
import { Avatar } from '../../../shared/ui/Avatar.tsx';
import styles from '../departments.module.css';

interface PeopleListProps {
  staff: readonly StaffMember[];
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}

/** The ordered agents of a department: by mouse, by touch, by buttons or by keyboard. */
export function PeopleList({ staff, id, value = [], onChange }: PeopleListProps) {
  const { t } = useTranslation('departments');
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const nameOf = (personId: string | number) =>
    staff.find((person) => person.id === personId)?.name ?? t('former');
  const spot = (personId: string | number) => ({
    name: nameOf(personId),
    position: value.indexOf(String(personId)) + 1,
    count: value.length,
  });
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('picked', spot(active.id)),
    onDragOver: ({ active, over }) =>
      over ? t('moved', { ...spot(over.id), name: nameOf(active.id) }) : undefined,
    onDragEnd: ({ active, over }) => t('dropped', { ...spot((over ?? active).id), name: nameOf(active.id) }),
    onDragCancel: ({ active }) => t('cancelled', spot(active.id)),
  };
  const move = (from: number, to: number) => {
    if (to >= 0 && to < value.length) onChange?.(arrayMove(value, from, to));
  };
  const dropped = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) move(value.indexOf(String(active.id)), value.indexOf(String(over.id)));
  };
  const candidates = staff.filter((person) => person.active && !value.includes(person.id));
  return (
    <div className={styles['chosen']}>
      {value.length === 0 ? <p className={styles['nobody']}>{t('noPeople')}</p> : null}
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={dropped}
        accessibility={{ announcements, screenReaderInstructions: { draggable: t('instructions') } }}
      >
        <SortableContext items={value} strategy={verticalListSortingStrategy}>
          <ol>
            {value.map((personId, index) => (
              <Person
                key={personId}
                id={personId}
                person={staff.find((one) => one.id === personId)}
                position={index + 1}
                count={value.length}
                onMove={(by) => {
                  move(index, index + by);
                }}
                onRemove={() => onChange?.(value.filter((one) => one !== personId))}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <Select
        {...(id === undefined ? {} : { id })}
        value={null}
        placeholder={t('addPerson')}
        aria-label={t('addPerson')}
        showSearch={{ optionFilterProp: 'label' }}
        notFoundContent={t('noMorePeople')}
        onChange={(personId: string | null) => {
          if (personId !== null) onChange?.([...value, personId]);
        }}
        options={candidates.map((person) => ({
          value: person.id,
          label: `${person.name} · ${person.email}`,
        }))}
      />
    </div>
  );
}

interface PersonProps {
  id: string;
  person: StaffMember | undefined;
  position: number;
  count: number;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function Person({ id, person, position, count, onMove, onRemove }: PersonProps) {
  const { t } = useTranslation('departments');
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({ id });
  const name = person?.name ?? t('former');
  return (
    <li
      ref={setNodeRef}
      className={styles['person']}
      data-dragging={isDragging}
      style={{ transform: CSS.Translate.toString(transform), transition: transition }}
    >
      <button
        type="button"
        className={styles['handle']}
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={t('move', { name, position, count })}
      >
        <HolderOutlined aria-hidden="true" />
      </button>
      <span className={styles['position']} aria-hidden="true">
        {position}
      </span>
      <Avatar id={id} name={name} url={person?.avatarUrl} size={32} />
      <span className={styles['who']}>
        <span>{name}</span>
        {person ? <small>{person.email}</small> : null}
      </span>
      <Button
        type="text"
        icon={<ArrowUpOutlined aria-hidden="true" />}
        disabled={position === 1}
        aria-label={t('moveUp', { name })}
        onClick={() => {
          onMove(-1);
        }}
      />
      <Button
        type="text"
        icon={<ArrowDownOutlined aria-hidden="true" />}
        disabled={position === count}
        aria-label={t('moveDown', { name })}
        onClick={() => {
          onMove(1);
        }}
      />
      <Button
        type="text"
        icon={<CloseOutlined aria-hidden="true" />}
        aria-label={t('removePerson', { name })}
        onClick={onRemove}
      />
    </li>
  );
}
