package io.dakenh.channels.work;

/** Fired every minute: time to remove what has expired and to go on with what was left. */
public record Tidy() {}
