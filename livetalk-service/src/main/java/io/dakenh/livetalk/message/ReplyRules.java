package io.dakenh.livetalk.message;

/**
 * What may be sent to a customer of a Page or OA, as SQL beside the rows it is decided with. The
 * connector says what the provider allows until when; the database's clock says whether that is
 * over.
 */
public final class ReplyRules {
  /**
   * Why the message {@code i} may not be written in the thread of the conversation {@code l}; null
   * when it may. Automatic messages never take the last free reply, and are never paid for; what is
   * on its way to the provider counts as taken.
   */
  public static final String REFUSAL =
      """
      select case
        when ch.state = 'unlinked' then 'channel-unlinked'
        when ch.state = 'reconnect-required' then 'reconnect-required'
        when ch.state = 'paused' then 'channel-paused'
        when char_length(i.body) > th.text_limit then 'text-too-long'
        when i.alone and th.surface <> 'comment' then 'mode-not-available'
        when i.alone then case when th.private_reply_until > statement_timestamp() then null else 'private-reply-used' end
        when th.blocked_reason is not null then th.blocked_reason
        when th.surface = 'comment' then case when i.author_kind = 'system' then 'conversation-answered' end
        when th.free_until > statement_timestamp() and
            case when th.free_replies_left is null then 2 else th.free_replies_left - (
              select count(*) from channel_message m where m.conversation_id = l.id and m.delivery = 'sending' and not m.charged
            ) end > case when i.author_kind = 'system' then 1 else 0 end then null
        when i.author_kind = 'system' then 'conversation-answered'
        when th.limited_until > statement_timestamp() and th.limited_to = 'human-agent' then null
        when th.limited_until > statement_timestamp() and th.limited_to = 'charged' then
          case when i.charged then null else 'charged-consent-needed' end
        else 'window-closed' end as refusal
      from channel_thread th
      left join channel ch on ch.tenant_id = th.tenant_id and ch.id = th.channel_id
      where th.tenant_id = l.tenant_id and th.id = l.thread_id""";

  /** Whether automatic messages may be written in the conversation {@code c} at the moment. */
  public static final String AUTOMATIC =
      """
      (c.thread_id is null or exists (
        select 1 from channel_thread th
        left join channel ch on ch.tenant_id = th.tenant_id and ch.id = th.channel_id
        where th.tenant_id = c.tenant_id and th.id = c.thread_id and th.surface = 'chat' and th.blocked_reason is null
          and coalesce(ch.state, 'healthy') not in ('unlinked', 'reconnect-required', 'paused')
          and th.free_until > clock_timestamp() and case when th.free_replies_left is null then 2 else th.free_replies_left - (
            select count(*) from channel_message m where m.conversation_id = c.id and m.delivery = 'sending' and not m.charged
          ) end > 1))""";

  private ReplyRules() {}
}
