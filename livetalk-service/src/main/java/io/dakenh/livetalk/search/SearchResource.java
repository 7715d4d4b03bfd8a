package io.dakenh.livetalk.search;

import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Search for the desk. */
@Path("/api/v1/search")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "conversations")
public class SearchResource {
  private final SearchReader reader;
  private final Caller caller;

  @Inject
  SearchResource(SearchReader reader, Caller caller) {
    this.reader = reader;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Messages and visitors with all of these words, newest first",
      description =
          "Case and accents do not matter, and the last word may be unfinished. A number is found however it was grouped. An agent finds what is said in own conversations and those of own departments.")
  public Page<SearchHit> search(
      @QueryParam("q") @NotNull @Size(min = 2, max = 200) String query,
      @BeanParam @Valid PageRequest page) {
    Party agent =
        new Party(
            PartyKind.AGENT,
            caller.tenantId(),
            caller.personId(),
            caller.name(),
            null,
            caller.owner());
    return reader.find(agent, query, page.cursor, page.limit);
  }
}
