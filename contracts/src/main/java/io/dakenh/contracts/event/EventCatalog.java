package io.dakenh.contracts.event;

import io.dakenh.contracts.billing.CallHoldRefused;
import io.dakenh.contracts.billing.EntitlementChanged;
import io.dakenh.contracts.channel.ChannelChanged;
import io.dakenh.contracts.channel.ChannelContactErased;
import io.dakenh.contracts.channel.ChannelMessageChanged;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.contracts.channel.ChannelThreadChanged;
import io.dakenh.contracts.config.ApiKeyChanged;
import io.dakenh.contracts.config.CannedMessageChanged;
import io.dakenh.contracts.config.DepartmentChanged;
import io.dakenh.contracts.config.SectionPublished;
import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.config.WidgetPublished;
import io.dakenh.contracts.erasure.TenantErased;
import io.dakenh.contracts.erasure.TenantErasureRequested;
import io.dakenh.contracts.livetalk.AgentPresenceChanged;
import io.dakenh.contracts.livetalk.AuditRecorded;
import io.dakenh.contracts.livetalk.CallBeat;
import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.livetalk.CallJoined;
import io.dakenh.contracts.livetalk.CallLeft;
import io.dakenh.contracts.livetalk.CallRungOn;
import io.dakenh.contracts.livetalk.CallStarted;
import io.dakenh.contracts.livetalk.ChannelActionRequested;
import io.dakenh.contracts.livetalk.ChannelMessageRequested;
import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.livetalk.ConversationRated;
import io.dakenh.contracts.livetalk.ConversationReopened;
import io.dakenh.contracts.livetalk.ConversationTransferred;
import io.dakenh.contracts.livetalk.MessageSent;
import io.dakenh.contracts.livetalk.VisitorErased;
import io.dakenh.contracts.referral.ReferralCodeIssued;
import io.dakenh.contracts.referral.ReferralRewarded;
import io.dakenh.contracts.routing.AllocationQueued;
import io.dakenh.contracts.routing.CallAllocated;
import io.dakenh.contracts.routing.CallUnanswered;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.routing.OfferResolved;
import java.util.List;

/** Every event of the suite. The AsyncAPI document and the sample tests are made from this list. */
public final class EventCatalog {
  public static final EventType<TenantChanged> TENANT_CHANGED =
      type("config.tenant.changed", Topic.CONFIG_TENANT, TenantChanged.class);
  public static final EventType<StaffChanged> STAFF_CHANGED =
      type("config.staff.changed", Topic.CONFIG_STAFF, StaffChanged.class);
  public static final EventType<DepartmentChanged> DEPARTMENT_CHANGED =
      type("config.department.changed", Topic.CONFIG_DEPARTMENT, DepartmentChanged.class);
  public static final EventType<WidgetPublished> WIDGET_PUBLISHED =
      type("config.widget.published", Topic.CONFIG_WIDGET, WidgetPublished.class);
  public static final EventType<SectionPublished> SECTION_PUBLISHED =
      type("config.section.published", Topic.CONFIG_SECTION, SectionPublished.class);
  public static final EventType<CannedMessageChanged> CANNED_MESSAGE_CHANGED =
      type(
          "config.canned-message.changed", Topic.CONFIG_CANNED_MESSAGE, CannedMessageChanged.class);
  public static final EventType<ApiKeyChanged> API_KEY_CHANGED =
      type("config.api-key.changed", Topic.CONFIG_API_KEY, ApiKeyChanged.class);
  public static final EventType<TenantErasureRequested> TENANT_ERASURE_REQUESTED =
      type("config.tenant.erasure-requested", Topic.CONFIG_TENANT, TenantErasureRequested.class);

  /** Of every service that keeps something of businesses. */
  public static final EventType<TenantErased> TENANT_ERASED =
      type("config.tenant.erased", Topic.CONFIG_TENANT_ERASURE, TenantErased.class);

  public static final EventType<ConversationOpened> CONVERSATION_OPENED =
      type("livetalk.conversation.opened", Topic.LIVETALK_CONVERSATION, ConversationOpened.class);
  public static final EventType<ConversationClosed> CONVERSATION_CLOSED =
      type("livetalk.conversation.closed", Topic.LIVETALK_CONVERSATION, ConversationClosed.class);
  public static final EventType<ConversationTransferred> CONVERSATION_TRANSFERRED =
      type(
          "livetalk.conversation.transferred",
          Topic.LIVETALK_CONVERSATION,
          ConversationTransferred.class);
  public static final EventType<ConversationReopened> CONVERSATION_REOPENED =
      type(
          "livetalk.conversation.reopened",
          Topic.LIVETALK_CONVERSATION,
          ConversationReopened.class);
  public static final EventType<ConversationRated> CONVERSATION_RATED =
      type("livetalk.conversation.rated", Topic.LIVETALK_CONVERSATION, ConversationRated.class);
  public static final EventType<MessageSent> MESSAGE_SENT =
      type("livetalk.message.sent", Topic.LIVETALK_MESSAGE, MessageSent.class);
  public static final EventType<AgentPresenceChanged> AGENT_PRESENCE_CHANGED =
      type("livetalk.presence.changed", Topic.LIVETALK_PRESENCE, AgentPresenceChanged.class);
  public static final EventType<CallStarted> CALL_STARTED =
      type("livetalk.call.started", Topic.LIVETALK_CALL, CallStarted.class);
  public static final EventType<CallJoined> CALL_JOINED =
      type("livetalk.call.joined", Topic.LIVETALK_CALL, CallJoined.class);
  public static final EventType<CallLeft> CALL_LEFT =
      type("livetalk.call.left", Topic.LIVETALK_CALL, CallLeft.class);
  public static final EventType<CallBeat> CALL_BEAT =
      type("livetalk.call.beat", Topic.LIVETALK_CALL, CallBeat.class);
  public static final EventType<CallRungOn> CALL_RUNG_ON =
      type("livetalk.call.rung-on", Topic.LIVETALK_CALL, CallRungOn.class);
  public static final EventType<CallEnded> CALL_ENDED =
      type("livetalk.call.ended", Topic.LIVETALK_CALL, CallEnded.class);
  public static final EventType<ChannelMessageRequested> CHANNEL_MESSAGE_REQUESTED =
      type(
          "livetalk.channel-message.requested",
          Topic.LIVETALK_CHANNEL_REQUEST,
          ChannelMessageRequested.class);
  public static final EventType<ChannelActionRequested> CHANNEL_ACTION_REQUESTED =
      type(
          "livetalk.channel-action.requested",
          Topic.LIVETALK_CHANNEL_REQUEST,
          ChannelActionRequested.class);
  public static final EventType<VisitorErased> VISITOR_ERASED =
      type("livetalk.visitor.erased", Topic.LIVETALK_VISITOR, VisitorErased.class);
  public static final EventType<AuditRecorded> AUDIT_RECORDED =
      type("livetalk.audit.recorded", Topic.LIVETALK_AUDIT, AuditRecorded.class);

  public static final EventType<OfferMade> OFFER_MADE =
      type("routing.offer.made", Topic.ROUTING_OFFER, OfferMade.class);
  public static final EventType<OfferResolved> OFFER_RESOLVED =
      type("routing.offer.resolved", Topic.ROUTING_OFFER, OfferResolved.class);
  public static final EventType<ConversationAllocated> CONVERSATION_ALLOCATED =
      type("routing.conversation.allocated", Topic.ROUTING_ALLOCATION, ConversationAllocated.class);
  public static final EventType<AllocationQueued> ALLOCATION_QUEUED =
      type("routing.allocation.queued", Topic.ROUTING_ALLOCATION, AllocationQueued.class);
  public static final EventType<CallAllocated> CALL_ALLOCATED =
      type("routing.call.allocated", Topic.ROUTING_ALLOCATION, CallAllocated.class);
  public static final EventType<CallUnanswered> CALL_UNANSWERED =
      type("routing.call.unanswered", Topic.ROUTING_ALLOCATION, CallUnanswered.class);

  public static final EventType<EntitlementChanged> ENTITLEMENT_CHANGED =
      type("billing.entitlement.changed", Topic.BILLING_ENTITLEMENT, EntitlementChanged.class);
  public static final EventType<CallHoldRefused> CALL_HOLD_REFUSED =
      type("billing.hold.refused", Topic.BILLING_HOLD, CallHoldRefused.class);
  public static final EventType<ReferralCodeIssued> REFERRAL_CODE_ISSUED =
      type("referral.code.issued", Topic.REFERRAL_REFERRAL, ReferralCodeIssued.class);
  public static final EventType<ReferralRewarded> REFERRAL_REWARDED =
      type("referral.reward.earned", Topic.REFERRAL_REWARD, ReferralRewarded.class);
  public static final EventType<ChannelChanged> CHANNEL_CHANGED =
      type("channel.channel.changed", Topic.CHANNEL_CHANNEL, ChannelChanged.class);
  public static final EventType<ChannelMessageReceived> CHANNEL_MESSAGE_RECEIVED =
      type("channel.message.received", Topic.CHANNEL_MESSAGE, ChannelMessageReceived.class);
  public static final EventType<ChannelMessageChanged> CHANNEL_MESSAGE_CHANGED =
      type("channel.message.changed", Topic.CHANNEL_MESSAGE, ChannelMessageChanged.class);
  public static final EventType<ChannelThreadChanged> CHANNEL_THREAD_CHANGED =
      type("channel.thread.changed", Topic.CHANNEL_MESSAGE, ChannelThreadChanged.class);
  public static final EventType<ChannelContactErased> CHANNEL_CONTACT_ERASED =
      type("channel.contact.erased", Topic.CHANNEL_MESSAGE, ChannelContactErased.class);

  private static final List<EventType<?>> ALL =
      List.of(
          TENANT_CHANGED,
          STAFF_CHANGED,
          DEPARTMENT_CHANGED,
          WIDGET_PUBLISHED,
          SECTION_PUBLISHED,
          CANNED_MESSAGE_CHANGED,
          API_KEY_CHANGED,
          TENANT_ERASURE_REQUESTED,
          TENANT_ERASED,
          CONVERSATION_OPENED,
          CONVERSATION_CLOSED,
          CONVERSATION_TRANSFERRED,
          CONVERSATION_REOPENED,
          CONVERSATION_RATED,
          MESSAGE_SENT,
          AGENT_PRESENCE_CHANGED,
          CALL_STARTED,
          CALL_JOINED,
          CALL_LEFT,
          CALL_BEAT,
          CALL_RUNG_ON,
          CALL_ENDED,
          CHANNEL_MESSAGE_REQUESTED,
          CHANNEL_ACTION_REQUESTED,
          VISITOR_ERASED,
          AUDIT_RECORDED,
          OFFER_MADE,
          OFFER_RESOLVED,
          CONVERSATION_ALLOCATED,
          ALLOCATION_QUEUED,
          CALL_ALLOCATED,
          CALL_UNANSWERED,
          ENTITLEMENT_CHANGED,
          CALL_HOLD_REFUSED,
          REFERRAL_CODE_ISSUED,
          REFERRAL_REWARDED,
          CHANNEL_CHANGED,
          CHANNEL_MESSAGE_RECEIVED,
          CHANNEL_MESSAGE_CHANGED,
          CHANNEL_THREAD_CHANGED,
          CHANNEL_CONTACT_ERASED);

  private EventCatalog() {}

  /** All event types, in the order of the services that publish them. */
  public static List<EventType<?>> all() {
    return ALL;
  }

  private static <T extends Record> EventType<T> type(String name, Topic topic, Class<T> payload) {
    return new EventType<>("io.dakenh." + name + ".v1", topic, payload);
  }
}
