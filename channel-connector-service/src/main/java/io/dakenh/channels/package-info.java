/**
 * Facebook Pages and Zalo Official Accounts of the businesses: who linked what, with which token,
 * and whether it works.
 *
 * <p>The main path: an owner links a Page or OA through the provider's dialog ({@code
 * link.LinkService}) and its tokens are sealed ({@code token.TokenCipher}). The provider delivers
 * ({@code webhook.WebhookRoutes}); what is genuine is stored and answered ({@code
 * webhook.DeliveryWriter}), sorted by thread ({@code inbound.Sorter}) and worked off one event
 * after another ({@code inbound.InboundWorker}) until the suite is told ({@code
 * thread.ThreadEvents}). What the suite wants sent ({@code outbound.RequestConsumer}) leaves the
 * same way round ({@code outbound.OutboundWorker}, {@code outbound.Sending}), through the port
 * {@code provider.Messenger} that {@code facebook} and {@code zalo} implement. Tokens are renewed
 * before they end ({@code refresh.TokenRefresh}) and looked at every day ({@code
 * channel.ChannelCheckJob}). A business that is suspended ({@code tenant.TenantConsumer}) has its
 * channels paused until it is active again.
 *
 * <p>The owner reads {@code channel.ChannelResource} and {@code provider.ProviderResource}. Real
 * provider hosts are reached by configuration alone; nothing here knows of a simulator.
 */
@NullMarked
package io.dakenh.channels;

import org.jspecify.annotations.NullMarked;
