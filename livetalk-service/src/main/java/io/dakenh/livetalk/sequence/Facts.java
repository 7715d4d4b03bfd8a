package io.dakenh.livetalk.sequence;

/**
 * What matters about a conversation at the moment of a look.
 *
 * @param open whether it is open
 * @param answered sequence of the last agent's message, 0 for none
 * @param channelKind where its visitor writes
 * @param online whether an agent of its department is online
 * @param plan what the owner published last
 * @param maySpeak whether the channel lets automatic messages be written now
 */
record Facts(
    boolean open, long answered, String channelKind, boolean online, Plan plan, boolean maySpeak) {}
