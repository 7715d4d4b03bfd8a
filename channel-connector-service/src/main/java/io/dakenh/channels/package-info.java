/**
 * Facebook Pages and Zalo Official Accounts of the businesses: who linked what, with which token,
 * and whether it works.
 *
 * <p>The main path: a Page or OA is linked ({@code channel.ChannelService}) → its tokens are sealed
 * ({@code token.TokenCipher}) and the row stored → {@code channel.ChannelEvents} tells the suite →
 * {@code channel.ChannelCheckJob} asks the provider every day whether the token still works,
 * through the port {@code provider.Provider} that {@code facebook} and {@code zalo} implement →
 * what changed is told again. A business that is suspended ({@code tenant.TenantConsumer}) has its
 * channels paused until it is active again.
 *
 * <p>The owner reads {@code channel.ChannelResource} and {@code provider.ProviderResource}. Real
 * provider hosts are reached by configuration alone; nothing here knows of a simulator.
 */
@NullMarked
package io.dakenh.channels;

import org.jspecify.annotations.NullMarked;
