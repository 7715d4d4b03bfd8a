package io.dakenh.config.storage;

/** Any document, seen only as a carrier of pending entries. */
public class StoredPending extends StoredDocument {}
