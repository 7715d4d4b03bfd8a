package io.dakenh.contracts.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as one linked Page or OA knows them. Ids are scoped to it: the same person on another
 * Page is another contact.
 *
 * @param contactId the connector's id of this customer on this channel
 * @param externalId the provider's id, an opaque text
 * @param name what the provider says, or a neutral name such as {@code Khách Facebook}
 * @param picture a copy of the profile picture
 * @param following Zalo: whether they follow the OA; absent where the provider does not say
 */
public record ChannelContact(
    UUID contactId,
    String externalId,
    String name,
    @Nullable ChannelMedia picture,
    @Nullable Boolean following,
    @Nullable String phone,
    @Nullable Instant profileAt) {}
