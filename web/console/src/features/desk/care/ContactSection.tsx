import { EditOutlined } from '@ant-design/icons';
import { codeOf } from '@dakenh/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Conversation } from '@dakenh/socket';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import type { Contact } from './api.ts';
import { correctContact, loadContact } from './api.ts';
import styles from './care.module.css';

/** Lets agents correct what the visitor told, or did not. */
export function ContactSection({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('care');
  const http = useHttp();
  const [editing, setEditing] = useState(false);
  const contact = useQuery({
    queryKey: ['desk', 'contact', conversation.visitor.id],
    queryFn: ({ signal }) => loadContact(http, conversation.visitor.id, signal),
    enabled: editing,
    staleTime: 0,
  });
  if (!editing) {
    return (
      <Button
        size="small"
        icon={<EditOutlined aria-hidden="true" />}
        onClick={() => {
          setEditing(true);
        }}
        data-testid="edit-contact"
      >
        {t('contact.edit')}
      </Button>
    );
  }
  if (!contact.data) return null;
  return (
    <ContactForm
      key={contact.data.version}
      contact={contact.data}
      onDone={() => {
        setEditing(false);
      }}
    />
  );
}

function ContactForm({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const { t } = useTranslation(['care', 'common']);
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [name, setName] = useState(contact.name);
  const [phone, setPhone] = useState(contact.phone ?? '');
  const [email, setEmail] = useState(contact.email ?? '');
  const save = useMutation({
    mutationFn: () => correctContact(http, contact, { name, phone, email }),
    onSuccess: () => {
      void message.success(t('contact.saved'));
      onDone();
    },
    onError: (error) => {
      const stale = codeOf(error) === 'etag-mismatch';
      void message.error(stale ? t('contact.stale') : errorText.of(error));
      if (stale) void client.invalidateQueries({ queryKey: ['desk', 'contact', contact.id] });
    },
  });
  return (
    <form
      className={styles['fields']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <label>
        {t('contact.name')}
        <Input
          value={name}
          maxLength={100}
          required
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
      </label>
      <label>
        {t('contact.phone')}
        <Input
          value={phone}
          type="tel"
          maxLength={32}
          onChange={(event) => {
            setPhone(event.target.value);
          }}
        />
      </label>
      <label>
        {t('contact.email')}
        <Input
          value={email}
          type="email"
          maxLength={254}
          onChange={(event) => {
            setEmail(event.target.value);
          }}
        />
      </label>
      <span className={styles['chips']}>
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={name.trim() === ''}>
          {t('contact.save')}
        </Button>
        <Button onClick={onDone}>{t('actions.cancel', { ns: 'common' })}</Button>
      </span>
    </form>
  );
}
