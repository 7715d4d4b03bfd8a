package io.dakenh.livetalk.socket;

import static io.dakenh.livetalk.socket.FrameParser.id;
import static io.dakenh.livetalk.socket.FrameParser.required;
import static io.dakenh.livetalk.socket.FrameParser.uuid;

import io.dakenh.livetalk.call.CallCommand;
import io.dakenh.livetalk.call.CallCommand.Candidate;
import io.dakenh.livetalk.call.CallCommand.Description;
import io.dakenh.livetalk.call.CallCommand.SignalData;
import io.dakenh.livetalk.call.Media;
import io.dakenh.livetalk.socket.RawFrame.RawCandidate;
import io.dakenh.livetalk.socket.RawFrame.RawDescription;
import io.dakenh.platform.problem.ProblemException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the frames of calls, which are the same for both sides. */
final class CallFrames {
  private static final Set<String> DESCRIPTIONS = Set.of("offer", "answer", "pranswer", "rollback");
  private static final int LONGEST_SDP = 48_000;
  private static final int LONGEST_CANDIDATE = 2_000;

  private CallFrames() {}

  static @Nullable ClientFrame parse(RawFrame raw) {
    UUID callId = uuid("/callId", raw.callId());
    return switch (raw.type()) {
      case "call-start" ->
          new ClientFrame.Call(
              id(raw),
              new CallCommand.Start(
                  callId, uuid("/conversationId", raw.conversationId()), Media.told(raw.media())));
      case "call-join" -> new ClientFrame.Call(id(raw), new CallCommand.Join(callId));
      case "call-decline" -> new ClientFrame.Call(id(raw), new CallCommand.Decline(callId));
      case "call-leave" -> new ClientFrame.Call(id(raw), new CallCommand.Leave(callId));
      case "call-invite" ->
          new ClientFrame.Call(
              id(raw), new CallCommand.Invite(callId, uuid("/agentId", raw.agentId())));
      case "call-switch" ->
          new ClientFrame.Call(id(raw), new CallCommand.Switch(callId, Media.told(raw.media())));
      case "call-beat" ->
          new ClientFrame.Call(
              null,
              new CallCommand.Beat(
                  callId,
                  uuid("/seat", raw.seat()),
                  Boolean.TRUE.equals(raw.connected()),
                  Boolean.TRUE.equals(raw.microphone()),
                  Boolean.TRUE.equals(raw.camera())));
      case "call-signal" ->
          new ClientFrame.Call(
              null,
              new CallCommand.Signal(
                  callId, uuid("/seat", raw.seat()), uuid("/to", raw.to()), data(raw)));
      case null, default -> null;
    };
  }

  private static SignalData data(RawFrame raw) {
    RawDescription description = raw.description();
    RawCandidate candidate = raw.candidate();
    if ((description == null) == (candidate == null)) {
      throw ProblemException.invalid("/description", "exclusive", "A description or a candidate.");
    }
    return description == null
        ? new SignalData(null, candidate(required("/candidate", candidate)))
        : new SignalData(description(description), null);
  }

  private static Description description(RawDescription raw) {
    String type = raw.type();
    if (type == null || !DESCRIPTIONS.contains(type)) {
      throw ProblemException.invalid("/description/type", "unknown-value", "Not a description.");
    }
    return new Description(
        type, within("/description/sdp", raw.sdp() == null ? "" : raw.sdp(), LONGEST_SDP));
  }

  private static Candidate candidate(RawCandidate raw) {
    return new Candidate(
        within(
            "/candidate/candidate",
            required("/candidate/candidate", raw.candidate()),
            LONGEST_CANDIDATE),
        shortened("/candidate/sdpMid", raw.sdpMid()),
        raw.sdpMLineIndex(),
        shortened("/candidate/usernameFragment", raw.usernameFragment()));
  }

  private static @Nullable String shortened(String pointer, @Nullable String value) {
    return value == null ? null : within(pointer, value, LONGEST_CANDIDATE);
  }

  private static String within(String pointer, String value, int longest) {
    if (value.length() > longest) {
      throw ProblemException.invalid(pointer, "size", "At most " + longest + " characters.");
    }
    return value;
  }
}
