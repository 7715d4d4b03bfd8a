package io.dakenh.livetalk.socket;

/** What one socket may take of this replica. */
record SocketLimits(int framesInFlight, int malformedFrames, int catchUpSeconds) {}
