package io.dakenh.livetalk.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dakenh.livetalk.party.Face;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as its people see it; of two, the one with the higher version holds.
 *
 * @param media {@code audio} or {@code video}
 * @param state {@code ringing}, {@code claimed}, {@code connected} or {@code ended}
 * @param startedBy {@code visitor} or {@code agent}
 * @param participants who is in it or asked into it; once it is over, who was
 * @param connectedAt since when media flows
 * @param outcome once it is over
 * @param reason why, where the outcome does not say it
 * @param limit {@code finish} or {@code cut}, once the minutes are used up
 * @param cutAt when it is cut
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallView(
    UUID id,
    long version,
    UUID conversationId,
    String visitorName,
    String media,
    String state,
    String startedBy,
    List<Part> participants,
    Instant startedAt,
    @Nullable Instant connectedAt,
    @Nullable Instant endedAt,
    @Nullable String outcome,
    @Nullable String reason,
    @Nullable String limit,
    @Nullable Instant cutAt,
    Instant serverTime) {

  /**
   * Somebody's part in it.
   *
   * @param id of this part
   * @param kind {@code visitor} or {@code agent}
   * @param personId to visitors maybe the department that stands for all agents
   * @param state {@code invited}, {@code connecting}, {@code joined} or {@code left}
   * @param seat where signals go; absent before a browser tab took part
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(
      UUID id,
      String kind,
      UUID personId,
      String name,
      @Nullable String avatarUrl,
      String state,
      @Nullable UUID seat,
      boolean microphone,
      boolean camera,
      @Nullable Instant joinedAt,
      @Nullable Instant leftAt) {

    private static Part of(Participant each, @Nullable Face face) {
      boolean behind = face != null && !each.visitor();
      return new Part(
          each.id(),
          each.kind().code(),
          behind ? face.id() : each.personId(),
          behind ? face.name() : each.name(),
          behind ? face.avatarUrl() : each.avatarUrl(),
          each.standing().code(),
          each.seat(),
          each.microphone(),
          each.camera(),
          each.joinedAt(),
          each.leftAt());
    }
  }

  /**
   * As seen by agents, or by the visitor.
   *
   * @param face what stands for all agents; null where they stand for themselves
   */
  static CallView of(CallFacts facts, @Nullable Face face, Instant now) {
    Call call = facts.call();
    Call.End end = call.end();
    Call.Limit limit = call.limit();
    List<Participant> shown = call.ended() ? facts.participants() : facts.present();
    return new CallView(
        call.id(),
        call.version(),
        call.conversationId(),
        call.visitor().name(),
        call.media().code(),
        call.state().code(),
        call.callBack() ? "agent" : "visitor",
        shown.stream().map(each -> Part.of(each, face)).toList(),
        call.startedAt(),
        call.firstJoinedAt(),
        end == null ? null : end.at(),
        end == null ? null : end.outcome(),
        end == null ? null : end.reason(),
        limit == null ? null : limit.policy(),
        limit == null ? null : limit.cutAt(),
        now);
  }
}
